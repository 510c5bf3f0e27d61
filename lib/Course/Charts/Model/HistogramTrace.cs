using System.Text.Json.Nodes;

namespace Course;

/// <summary>How many values fall into each of several bins of equal width.</summary>
internal sealed record HistogramTrace : Trace
{
    public required double[] Counts { get; init; }

    /// <summary>One more than there are bins.</summary>
    public required double[] Edges { get; init; }

    private string Density => $"{Numbers.Text((long)Counts.Sum())} values in {Numbers.Text(Counts.Length)} bins";

    public static HistogramTrace Of(double[] values, int bins, (double Low, double High)? range, string? label)
    {
        var (low, high) = range ?? Course.ColorRange.Of(values);
        var counts = new double[bins];
        foreach (var value in values)
        {
            if (value >= low && value <= high)
            {
                counts[Math.Min((int)((value - low) / (high - low) * bins), bins - 1)]++;
            }
        }

        var edges = Enumerable.Range(0, bins + 1).Select(i => low + ((high - low) * i / bins)).ToArray();
        return new HistogramTrace { Counts = counts, Edges = edges, Label = label };
    }

    public override JsonObject ToPlotly()
    {
        var middles = Counts.Select((_, i) => (Edges[i] + Edges[i + 1]) / 2).ToArray();
        var json = new JsonObject
        {
            ["type"] = "bar",
            ["x"] = PlotlyJson.Numbers(middles),
            ["y"] = PlotlyJson.Numbers(Counts),
            ["width"] = PlotlyJson.Number(Edges[1] - Edges[0]),
            // Overlaid, not beside each other.
            ["offset"] = PlotlyJson.Number((Edges[0] - Edges[1]) / 2),
            // Two histograms in one picture must both be seen.
            ["marker"] = new JsonObject { ["color"] = Color, ["opacity"] = Palette.Translucent },
            ["hovertemplate"] = "%{x}: %{y}<extra></extra>",
            ["showlegend"] = Label is not null,
        };
        if (Label is not null)
        {
            json["name"] = Label;
        }

        return json;
    }

    public override void Grow(Extent x, Extent y)
    {
        x.Edge(Edges[0]);
        x.Edge(Edges[^1]);
        y.Edge(0);
        y.Include(Counts);
    }

    public override void Draw(SvgPlot plot)
    {
        for (var i = 0; i < Counts.Length; i++)
        {
            if (Counts[i] > 0)
            {
                plot.Bar(Edges[i], Edges[i + 1], Counts[i], Color, Palette.Translucent);
            }
        }
    }

    public override string Describe()
    {
        var tallest = Array.IndexOf(Counts, Counts.Max());
        return $"{Density}, most from {Numbers.Text(Edges[tallest], 3)} to {Numbers.Text(Edges[tallest + 1], 3)}";
    }
}
