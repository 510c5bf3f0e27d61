using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Course;

/// <summary>Writes numbers and text as Plotly reads them, short.</summary>
internal static class PlotlyJson
{
    // A short list is read to six digits on hover; in a long one every digit is on the wire.
    private const int LongList = 64;
    private const int Precise = 6;
    private const int Coarse = 4;

    // With more digits a list as text is longer than the doubles as base64.
    private const int MostDigits = 7;

    private static readonly JsonSerializerOptions Compact = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>JSON that is safe inside a script element: no <c>&lt;</c> occurs in it.</summary>
    public static string Text(JsonNode? node) =>
        (node?.ToJsonString(Compact) ?? "null").Replace("<", "\\u003c", StringComparison.Ordinal);

    /// <summary>Null where Plotly shall leave a gap: NaN and infinities.</summary>
    public static JsonNode? Number(double value) =>
        double.IsFinite(value) ? JsonValue.Create(Round(value, 6)) : null;

    /// <summary>A list; long and precise ones as Plotly's typed array. Whole numbers stay whole.</summary>
    public static JsonNode Numbers(IReadOnlyList<double> values)
    {
        if (values.Count == 0)
        {
            // Plotly drops a layer without points, and its legend entry with it.
            return new JsonArray([null]);
        }

        var digits = Digits(values, values.Count > LongList ? Coarse : Precise);
        return values.Count > LongList && digits > MostDigits
            ? Typed(values)
            : new JsonArray([.. values.Select(v => !double.IsFinite(v) ? null : JsonValue.Create(v == Math.Floor(v) && Math.Abs(v) < 1e9 ? v : Round(v, digits)))]);
    }

    /// <summary>A matrix [row, column]: bytes as Plotly's typed array with a shape, other numbers as lists, which a page's compression makes smaller.</summary>
    public static JsonNode Matrix(double[,] values)
    {
        var flat = ColorRange.Flat(values);
        if (!Array.TrueForAll(flat, v => v is >= 0 and <= byte.MaxValue && v == Math.Floor(v)))
        {
            return Rows(values, Step(flat));
        }

        var typed = Bytes(flat);
        typed["shape"] = string.Create(CultureInfo.InvariantCulture, $"{values.GetLength(0)}, {values.GetLength(1)}");
        return typed;
    }

    /// <summary>A list of strings; Plotly would write a missing one as the word null.</summary>
    public static JsonArray Strings(IEnumerable<string?> values) => new([.. values.Select(v => JsonValue.Create(v ?? ""))]);

    /// <summary>The same figure with dark ink on white in place of the page's own, which no other Plotly knows.</summary>
    public static JsonNode? Portable(JsonNode? figure) => figure switch
    {
        JsonObject o => new JsonObject(o.Select(pair => KeyValuePair.Create(pair.Key, Portable(pair.Value)))),
        JsonArray a => new JsonArray([.. a.Select(Portable)]),
        JsonValue value when value.TryGetValue<string>(out var text) && text == Palette.Ink => JsonValue.Create(Palette.DarkInk),
        JsonValue value when value.TryGetValue<string>(out var text) && text == Palette.Paper => JsonValue.Create("#ffffff"),
        _ => figure?.DeepClone(),
    };

    private static JsonArray Rows(double[,] values, double step) =>
        new([.. Enumerable.Range(0, values.GetLength(0)).Select(row => new JsonArray(
            [.. Enumerable.Range(0, values.GetLength(1)).Select(column => Number(Math.Round(values[row, column] / step) * step))]))]);

    // Colours tell some hundred heights apart, and lines of equal height move by a tenth of a cell at most.
    private static double Step(double[] values)
    {
        var (low, high) = ColorRange.Of(values);
        return Ticks.NiceStep((high - low) / 1600);
    }

    // Classes, counts and shades of grey: a quarter of the size.
    private static JsonObject Bytes(double[] values) =>
        new() { ["dtype"] = "u1", ["bdata"] = Convert.ToBase64String(Array.ConvertAll(values, v => (byte)v)) };

    private static JsonObject Typed(IReadOnlyList<double> values) => new()
    {
        ["dtype"] = "f8",
        ["bdata"] = Convert.ToBase64String(MemoryMarshal.AsBytes<double>(values.Select(v => double.IsFinite(v) ? v : double.NaN).ToArray())),
    };

    /// <summary>So many significant digits, and more where the values differ only after those.</summary>
    private static int Digits(IReadOnlyList<double> values, int least)
    {
        double low = double.PositiveInfinity, high = double.NegativeInfinity;
        foreach (var value in values)
        {
            if (double.IsFinite(value))
            {
                (low, high) = (Math.Min(low, value), Math.Max(high, value));
            }
        }

        var largest = Math.Max(Math.Abs(low), Math.Abs(high));
        return high > low ? Math.Clamp(least + (int)Math.Floor(Math.Log10(largest / (high - low))), least, 15) : least;
    }

    private static double Round(double value, int digits) =>
        double.Parse(value.ToString("G" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
