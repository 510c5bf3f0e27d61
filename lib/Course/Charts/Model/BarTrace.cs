using System.Text.Json.Nodes;

namespace Course;

/// <summary>One bar for each name.</summary>
internal sealed record BarTrace : Trace
{
    private const double GroupWidth = 0.8;

    public required string[] Names { get; init; }

    public required double[] Values { get; init; }

    /// <summary>Half the length of each error bar, in the unit of the values; null: none.</summary>
    public double[]? Errors { get; init; }

    public override IReadOnlyList<string> CategoriesX => Names;

    public override JsonObject ToPlotly()
    {
        var json = new JsonObject
        {
            ["type"] = "bar",
            ["x"] = PlotlyJson.Strings(Names),
            ["y"] = PlotlyJson.Numbers(Values),
            ["showlegend"] = Label is not null,
            ["marker"] = new JsonObject { ["color"] = Color },
        };
        if (Label is not null)
        {
            json["name"] = Label;
        }

        if (Errors is not null)
        {
            json["error_y"] = new JsonObject { ["type"] = "data", ["array"] = PlotlyJson.Numbers(Errors), ["thickness"] = 1.5 };
        }

        return json;
    }

    public override void Grow(Extent x, Extent y)
    {
        y.Edge(0);
        y.Include(Values);
        if (Errors is not null)
        {
            y.Include(Values.Zip(Errors, (value, error) => value + error));
            y.Include(Values.Zip(Errors, (value, error) => value - error));
        }
    }

    public override void Draw(SvgPlot plot)
    {
        var (place, count) = plot.PlaceAmongBars(this);
        var width = GroupWidth / count;
        for (var i = 0; i < Names.Length; i++)
        {
            var middle = plot.X.Index(Names[i]) + ((place + 0.5) * width) - (GroupWidth / 2);
            plot.Bar(middle - (width / 2), middle + (width / 2), Values[i], Color);
            if (Errors is not null)
            {
                plot.ErrorBar(middle, Values[i] - Errors[i], Values[i] + Errors[i]);
            }
        }
    }

    public override string Describe()
    {
        const int most = 12;
        var bars = Names.Zip(Values, (name, value) => $"{name} {Course.Numbers.Text(value, 4)}");
        return string.Join(", ", bars.Take(most)) + (Names.Length > most ? $" and {Names.Length - most} more" : "");
    }
}
