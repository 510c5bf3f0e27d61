using System.Text.Json.Nodes;

namespace Course;

/// <summary>Median, quartiles and reach of one sample.</summary>
internal sealed record BoxTrace : Trace
{
    private const double HalfWidth = 0.25;

    public required string Name { get; init; }

    /// <summary>Least, first quartile, median, third quartile, greatest; whiskers end within 1.5 box lengths.</summary>
    public required double[] Five { get; init; }

    /// <summary>Values beyond the whiskers.</summary>
    public required double[] Outliers { get; init; }

    public override int SeriesUsed => 0;

    public override IReadOnlyList<string> CategoriesX => [Name];

    public static BoxTrace Of(string name, double[] values)
    {
        var sorted = values.Where(double.IsFinite).Order().ToArray();
        if (sorted.Length == 0)
        {
            throw new ArgumentException($"Chart.Box: \"{name}\" has no finite values");
        }

        var (first, third) = (Quantile(sorted, 0.25), Quantile(sorted, 0.75));
        var reach = 1.5 * (third - first);
        var inside = Array.FindAll(sorted, v => v >= first - reach && v <= third + reach);
        return new BoxTrace
        {
            Name = name,
            Five = [inside[0], first, Quantile(sorted, 0.5), third, inside[^1]],
            Outliers = Array.FindAll(sorted, v => v < inside[0] || v > inside[^1]),
        };
    }

    public override JsonObject ToPlotly()
    {
        var json = new JsonObject
        {
            ["type"] = "box",
            ["orientation"] = "v",
            ["x"] = PlotlyJson.Strings([Name]),
            ["name"] = Name,
            ["lowerfence"] = PlotlyJson.Numbers([Five[0]]),
            ["q1"] = PlotlyJson.Numbers([Five[1]]),
            ["median"] = PlotlyJson.Numbers([Five[2]]),
            ["q3"] = PlotlyJson.Numbers([Five[3]]),
            ["upperfence"] = PlotlyJson.Numbers([Five[4]]),
            ["marker"] = new JsonObject { ["color"] = Color },
            ["showlegend"] = false,
        };
        if (Outliers.Length > 0)
        {
            json["y"] = new JsonArray(PlotlyJson.Numbers(Outliers));
            json["boxpoints"] = "outliers";
        }

        return json;
    }

    public override void Grow(Extent x, Extent y)
    {
        y.Include(Five);
        y.Include(Outliers);
    }

    public override void Draw(SvgPlot plot) => plot.Box(plot.X.Index(Name), HalfWidth, Five, Outliers, Color);

    public override string Describe() =>
        $"{Name}: median {Numbers.Text(Five[2], 4)}, middle half {Numbers.Text(Five[1], 4)} to {Numbers.Text(Five[3], 4)}";

    private static double Quantile(double[] sorted, double part)
    {
        var place = part * (sorted.Length - 1);
        var below = (int)place;
        return below + 1 < sorted.Length ? sorted[below] + ((sorted[below + 1] - sorted[below]) * (place - below)) : sorted[below];
    }
}
