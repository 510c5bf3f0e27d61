using System.Text.Json.Nodes;

namespace Course;

/// <summary>An axis whose range is decided.</summary>
/// <param name="Axis">What was asked for.</param>
/// <param name="Range">In axis units: log10 of the data on a log axis, positions on an axis of names.</param>
internal sealed record FittedAxis(Axis Axis, (double Low, double High) Range)
{
    /// <summary>Where a data value stands, 0 at the low end and 1 at the high end; NaN where it has no place.</summary>
    public double Place(double value)
    {
        var unit = Axis.Log ? (value > 0 ? Math.Log10(value) : double.NaN) : value;
        return double.IsFinite(unit) ? (unit - Range.Low) / (Range.High - Range.Low) : double.NaN;
    }

    /// <summary>The position of a name; −1 for a name that the axis does not have.</summary>
    public int Index(string category)
    {
        for (var i = 0; i < (Axis.Categories?.Count ?? 0); i++)
        {
            if (string.Equals(Axis.Categories![i], category, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }

    public JsonObject ToPlotly()
    {
        var json = new JsonObject();
        if (!Axis.Hidden)
        {
            json["title"] = new JsonObject { ["text"] = Axis.Title };
        }

        var (low, high) = Axis.Reversed ? (Range.High, Range.Low) : Range;
        json["range"] = new JsonArray(PlotlyJson.Number(low), PlotlyJson.Number(high));
        if (Axis.Categories is { } names)
        {
            json["type"] = "category";
            json["categoryorder"] = "array";
            json["categoryarray"] = PlotlyJson.Strings(names);
        }
        else
        {
            json["type"] = Axis.Log ? "log" : "linear";
            if (Axis.Log && Range.High - Range.Low > 1.5)
            {
                // Whole powers only: marks at 2 and 5 between them are hard to read.
                json["dtick"] = (int)Math.Ceiling((Range.High - Range.Low) / 10);
            }
        }

        if (Axis.Hidden)
        {
            json["visible"] = false;
        }

        return json;
    }

    public string Describe(string name)
    {
        if (Axis.Hidden || Axis.Categories is not null)
        {
            return "";
        }

        var title = Axis.Title.Length > 0 ? $"{name}: {Axis.Title}" : name;
        var (low, high) = Axis.Log ? (Math.Pow(10, Range.Low), Math.Pow(10, Range.High)) : Range;
        return $"{title}, {Numbers.Text(low, 3)} to {Numbers.Text(high, 3)}{(Axis.Log ? " (log scale)" : "")}";
    }
}
