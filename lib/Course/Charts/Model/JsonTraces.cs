using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Course;

/// <summary>Reads the common kinds of Plotly's traces, so that a foreign figure gets a static drawing too.</summary>
internal static class JsonTraces
{
    /// <summary>Null for what this library cannot draw.</summary>
    public static Trace? Read(JsonObject? trace)
    {
        if (trace is null)
        {
            return null;
        }

        var label = Text(trace["name"]) is { Length: > 0 } name ? name : null;
        return Text(trace["type"]) switch
        {
            "" or "scatter" or "scattergl" => Points(trace, label),
            "bar" => Bars(trace, label),
            "histogram" when Numbers(trace["x"]) is { Length: > 0 } values => HistogramTrace.Of(values, 30, null, label),
            _ => null,
        };
    }

    /// <summary>A string, or the text of an object {text}; empty when there is none.</summary>
    public static string Text(JsonNode? node) => node switch
    {
        JsonObject o => Text(o["text"]),
        JsonValue v when v.TryGetValue<string>(out var text) => text,
        _ => "",
    };

    /// <summary>Null for what is no number.</summary>
    public static double? Number(JsonNode? node) => node is JsonValue v && v.TryGetValue<double>(out var number) ? number : null;

    private static XYTrace? Points(JsonObject trace, string? label)
    {
        if (Numbers(trace["y"]) is not { } y)
        {
            return null;
        }

        var x = trace["x"] is null ? [.. Enumerable.Range(0, y.Length).Select(i => (double)i)] : Numbers(trace["x"]);
        var mode = Text(trace["mode"]) is { Length: > 0 } given ? given : y.Length < 20 ? "lines+markers" : "lines";
        return x is null || x.Length != y.Length ? null : new XYTrace
        {
            X = x,
            Y = y,
            Label = label,
            Lines = mode.Contains("lines", StringComparison.Ordinal),
            Markers = mode.Contains("markers", StringComparison.Ordinal),
        };
    }

    private static BarTrace? Bars(JsonObject trace, string? label)
    {
        if (Numbers(trace["y"]) is not { } y || trace["x"] is not JsonArray x || x.Count != y.Length)
        {
            return null;
        }

        return new BarTrace { Names = [.. x.Select(n => n is JsonValue v && v.GetValueKind() == JsonValueKind.Number ? Course.Numbers.Text(v.GetValue<double>()) : Text(n))], Values = y, Label = label };
    }

    /// <summary>A list of numbers, or a typed array {dtype, bdata}; null for anything else.</summary>
    private static double[]? Numbers(JsonNode? node)
    {
        if (node is JsonArray list)
        {
            var values = list.Select(v => v is null ? double.NaN : Number(v)).ToArray();
            return Array.Exists(values, v => v is null) ? null : [.. values.Select(v => v!.Value)];
        }

        if (node is not JsonObject typed || typed["shape"] is not null)
        {
            return null;
        }

        var bytes = Convert.FromBase64String(Text(typed["bdata"]));
        return Text(typed["dtype"]) switch
        {
            "f8" => MemoryMarshal.Cast<byte, double>(bytes).ToArray(),
            "f4" => Widen(MemoryMarshal.Cast<byte, float>(bytes)),
            "i4" => Widen(MemoryMarshal.Cast<byte, int>(bytes)),
            "i2" => Widen(MemoryMarshal.Cast<byte, short>(bytes)),
            "u1" => Widen<byte>(bytes),
            _ => null,
        };
    }

    private static double[] Widen<T>(ReadOnlySpan<T> values)
        where T : struct, IConvertible
    {
        var wide = new double[values.Length];
        for (var i = 0; i < wide.Length; i++)
        {
            wide[i] = values[i].ToDouble(CultureInfo.InvariantCulture);
        }

        return wide;
    }
}
