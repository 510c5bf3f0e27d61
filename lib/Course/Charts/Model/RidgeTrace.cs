using System.Text.Json.Nodes;

namespace Course;

/// <summary>A histogram for each sample, drawn as a ridge on a base line of its own: 1, 2, 3, … from the bottom.</summary>
internal sealed record RidgeTrace : Trace
{
    // In units of the distance between two base lines: the highest peak stays below the next line.
    private const double Peak = 0.9;

    // As Plotly fills an area when it is told no colour; the rim stays whole, to be seen on dark paper.
    private const double Opacity = 0.5;

    /// <summary>All over the same bins.</summary>
    public required HistogramTrace[] Rows { get; init; }

    private double[] Edges => Rows[0].Edges;

    public static RidgeTrace Of(double[][] samples, int bins, (double Low, double High)? range)
    {
        var reach = range ?? Course.ColorRange.Of([.. samples.SelectMany(sample => sample)]);
        return new RidgeTrace { Rows = [.. samples.Select(sample => HistogramTrace.Of(sample, bins, reach, null))] };
    }

    public override JsonObject ToPlotly()
    {
        var (x, y) = Outline();
        return new JsonObject
        {
            ["type"] = "scatter",
            ["mode"] = "lines",
            ["x"] = PlotlyJson.Numbers(x),
            ["y"] = PlotlyJson.Numbers(y),
            ["line"] = new JsonObject { ["color"] = Color, ["width"] = 1 },
            // The gap between two rows ends one area and begins the next.
            ["fill"] = "toself",
            ["hoverinfo"] = "skip",
            ["showlegend"] = false,
        };
    }

    public override void Grow(Extent x, Extent y)
    {
        x.Edge(Edges[0]);
        x.Edge(Edges[^1]);
        y.Edge(0.5);
        y.Edge(Rows.Length + 1);
    }

    public override void Draw(SvgPlot plot)
    {
        for (var row = 0; row < Rows.Length; row++)
        {
            plot.Area([.. OutlineX()], [.. OutlineY(row)], Color, Opacity);
        }
    }

    public override string Describe() => string.Join(", ", Rows.Select((row, i) => $"row {i + 1} {Describe(row)}"));

    private static string Describe(HistogramTrace row)
    {
        var tallest = Array.IndexOf(row.Counts, row.Counts.Max());
        return row.Counts[tallest] == 0 ? "empty" : $"mostly {Numbers.Text(row.Edges[tallest], 3)} to {Numbers.Text(row.Edges[tallest + 1], 3)}";
    }

    private (double[] X, double[] Y) Outline()
    {
        var rows = Enumerable.Range(0, Rows.Length);
        return ([.. rows.SelectMany(_ => OutlineX().Append(double.NaN))], [.. rows.SelectMany(row => OutlineY(row).Append(double.NaN))]);
    }

    private IEnumerable<double> OutlineX() => [Edges[0], .. Rows[0].Counts.Select((_, i) => (Edges[i] + Edges[i + 1]) / 2), Edges[^1]];

    private IEnumerable<double> OutlineY(int row)
    {
        var (foot, tallest) = (row + 1.0, Math.Max(1, Rows[row].Counts.Max()));
        return [foot, .. Rows[row].Counts.Select(count => foot + (Peak * count / tallest)), foot];
    }
}
