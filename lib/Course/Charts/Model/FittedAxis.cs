using System.Text.Json.Nodes;

namespace Course;

/// <summary>An axis whose range is decided.</summary>
/// <param name="Axis">What was asked for.</param>
/// <param name="Range">In axis units: log10 of the data on a log axis, positions on an axis of names.</param>
internal sealed record FittedAxis(Axis Axis, (double Low, double High) Range)
{
    private const int MostMarks = 8;

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
            AddMarks(json);
        }

        if (Axis.Hidden)
        {
            json["visible"] = false;
        }

        return json;
    }

    // Plotly writes powers larger than other numbers, sets bare digits between them, and has half epochs.
    private void AddMarks(JsonObject json)
    {
        if (Axis.Log)
        {
            var marks = Ticks.Of(this, MostMarks).ToArray();
            json["tickvals"] = PlotlyJson.Numbers([.. marks.Select(mark => Math.Pow(10, mark.Place))]);
            json["ticktext"] = PlotlyJson.Strings(marks.Select(mark => mark.Text));
        }
        else if (Axis.Whole && Range.High - Range.Low <= MostMarks)
        {
            (json["tick0"], json["dtick"]) = (0, 1);
        }
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
