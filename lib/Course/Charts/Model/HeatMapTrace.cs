using System.Text.Json.Nodes;

namespace Course;

/// <summary>One coloured cell for each value.</summary>
internal sealed record HeatMapTrace : MapTrace
{
    /// <summary>Written into each cell; null: nothing.</summary>
    public string[,]? CellText { get; init; }

    public IReadOnlyList<string>? NamesX { get; init; }

    public IReadOnlyList<string>? NamesY { get; init; }

    /// <summary>Below 1, the page's paper shines through.</summary>
    public double Opacity { get; init; } = 1;

    /// <summary>Blends from cell to cell.</summary>
    public bool Smooth { get; init; }

    public override IReadOnlyList<string>? CategoriesX => NamesX;

    public override IReadOnlyList<string>? CategoriesY => NamesY;

    public override JsonObject ToPlotly()
    {
        var json = ToPlotly("heatmap");
        if (Opacity < 1)
        {
            json["opacity"] = Opacity;
            json["hoverinfo"] = "skip";
        }

        if (Smooth)
        {
            json["zsmooth"] = "best";
        }

        if (CellText is { } text)
        {
            var rows = Enumerable.Range(0, text.GetLength(0)).Select(r => PlotlyJson.Strings(Enumerable.Range(0, text.GetLength(1)).Select(c => text[r, c])));
            json["text"] = new JsonArray([.. rows]);
            json["texttemplate"] = "%{text}";
        }

        return json;
    }

    public override void Grow(Extent x, Extent y)
    {
        foreach (var (extent, middles) in new[] { (x, X), (y, Y) })
        {
            var (low, high) = Edges(middles);
            extent.Edge(low);
            extent.Edge(high);
        }
    }

    public override void Draw(SvgPlot plot)
    {
        var ends = Ends;
        plot.InBothLights(Scale, scale => (this with { Scale = scale }).Draw(plot, ends));
    }

    private void Draw(SvgPlot plot, (double Low, double High) ends)
    {
        var (rows, columns) = (Z.GetLength(0), Z.GetLength(1));
        var picture = Png.DataUri(columns, rows, (c, r) => ColorOf(Z[rows - 1 - r, c], ends));
        plot.Image(Edges(X), Edges(Y), picture, Opacity, Smooth);
        if (CellText is null)
        {
            return;
        }

        for (var r = 0; r < rows; r++)
        {
            for (var c = 0; c < columns; c++)
            {
                plot.CellText(X[c], Y[r], CellText[r, c], ColorOf(Z[r, c], ends).IsLight ? "#222" : "#fff");
            }
        }
    }

    private static (double Low, double High) Edges(double[] middles)
    {
        var half = middles.Length > 1 ? (middles[^1] - middles[0]) / (middles.Length - 1) / 2 : 0.5;
        return (middles[0] - half, middles[^1] + half);
    }
}
