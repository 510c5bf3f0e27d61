using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Course;

/// <summary>Reads the common kinds of Plotly's traces, so that a foreign figure gets a static drawing too.</summary>
internal static class JsonTraces
{
    private static readonly string[] Hidden = ["false", "\"legendonly\""];

    /// <summary>Null for what this library cannot draw.</summary>
    public static Trace? Read(JsonObject? trace)
    {
        if (trace is null || IsOnAnotherAxis(trace))
        {
            return null;
        }

        var label = Text(trace["name"]) is { Length: > 0 } name ? name : null;
        return Kind(trace) switch
        {
            "scatter" or "scattergl" => Points(trace, label),
            "bar" when Text(trace["orientation"]) != "h" => Bars(trace, label),
            "histogram" when Numbers(trace["x"]) is { Length: > 0 } values => HistogramTrace.Of(values, 30, null, label),
            "box" when trace["x"] is null && Numbers(trace["y"]) is { Length: > 0 } values => BoxTrace.Of(label ?? "", values),
            "heatmap" => HeatMap(trace),
            "contour" => Contour(trace),
            _ => null,
        };
    }

    /// <summary>Whether the figure shows the trace at first.</summary>
    public static bool IsVisible(JsonNode? trace) => trace?["visible"] is not { } visible || !Hidden.Contains(visible.ToJsonString());

    /// <summary>Plotly's name for the kind of trace.</summary>
    public static string Kind(JsonNode? trace) => Text(trace?["type"]) is { Length: > 0 } kind ? kind : "scatter";

    /// <summary>A string, or the text of an object {text}; empty when there is none.</summary>
    public static string Text(JsonNode? node) => node switch
    {
        JsonObject o => Text(o["text"]),
        JsonValue v when v.TryGetValue<string>(out var text) => text,
        _ => "",
    };

    /// <summary>Null for what is no number.</summary>
    public static double? Number(JsonNode? node) => node is JsonValue v && v.TryGetValue<double>(out var number) ? number : null;

    private static bool IsOnAnotherAxis(JsonObject trace) =>
        Text(trace["xaxis"]) is not ("" or "x") || Text(trace["yaxis"]) is not ("" or "y");

    private static XYTrace? Points(JsonObject trace, string? label)
    {
        if (Numbers(trace["y"]) is not { } y)
        {
            return null;
        }

        var x = trace["x"] is null ? Places(y.Length) : Numbers(trace["x"]);
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

    private static BarTrace? Bars(JsonObject trace, string? label) =>
        Numbers(trace["y"]) is { } y && Names(trace["x"], y.Length) is { } names ? new BarTrace { Names = names, Values = y, Label = label } : null;

    private static HeatMapTrace? HeatMap(JsonObject trace)
    {
        if (Matrix(trace["z"]) is not { } z)
        {
            return null;
        }

        var (x, y) = (Middles(trace["x"], z.GetLength(1)), Middles(trace["y"], z.GetLength(0)));
        return new HeatMapTrace
        {
            Z = z,
            X = x ?? Places(z.GetLength(1)),
            Y = y ?? Places(z.GetLength(0)),
            NamesX = x is null ? Names(trace["x"], z.GetLength(1)) : null,
            NamesY = y is null ? Names(trace["y"], z.GetLength(0)) : null,
        };
    }

    private static ContourTrace? Contour(JsonObject trace) =>
        Matrix(trace["z"]) is { } z && Middles(trace["x"], z.GetLength(1)) is { } x && Middles(trace["y"], z.GetLength(0)) is { } y
            && z.GetLength(0) > 1 && z.GetLength(1) > 1
            ? new ContourTrace { Z = z, X = x, Y = y }
            : null;

    private static double[] Places(int count) => [.. Enumerable.Range(0, count).Select(i => (double)i)];

    /// <summary>Evenly spaced, as a map of ours wants them; null for names and for uneven places.</summary>
    private static double[]? Middles(JsonNode? node, int count)
    {
        if (node is null)
        {
            return Places(count);
        }

        if (Numbers(node) is not { } places || places.Length != count)
        {
            return null;
        }

        var step = count > 1 ? (places[^1] - places[0]) / (count - 1) : 1;
        return step > 0 && Enumerable.Range(0, count).All(i => Math.Abs(places[i] - places[0] - (i * step)) < 1e-6 * step) ? places : null;
    }

    private static string[]? Names(JsonNode? node, int count) => node is JsonArray list && list.Count == count
        ? [.. list.Select(n => n is JsonValue v && v.GetValueKind() == JsonValueKind.Number ? Course.Numbers.Text(v.GetValue<double>()) : Text(n))]
        : null;

    private static double[,]? Matrix(JsonNode? node)
    {
        if (node is not JsonArray { Count: > 0 } list || Array.ConvertAll([.. list], Numbers) is not { } rows
            || Array.Exists(rows, row => row is not { Length: > 0 } || row.Length != rows[0]!.Length))
        {
            return null;
        }

        var matrix = new double[rows.Length, rows[0]!.Length];
        for (var r = 0; r < rows.Length; r++)
        {
            for (var c = 0; c < rows[r]!.Length; c++)
            {
                matrix[r, c] = rows[r]![c];
            }
        }

        return matrix;
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
