using System.Text.Json.Nodes;

namespace Course;

/// <summary>Colours over a grid of values: what heat maps and contours share.</summary>
internal abstract record MapTrace : Trace
{
    /// <summary>[row along y, column along x].</summary>
    public required double[,] Z { get; init; }

    /// <summary>Middle of each column, evenly spaced.</summary>
    public required double[] X { get; init; }

    /// <summary>Middle of each row, evenly spaced.</summary>
    public required double[] Y { get; init; }

    public ColorScale Scale { get; init; } = ColorScale.Sequential;

    /// <summary>The fixed ends of the colour scale; null: from the data.</summary>
    public (double Low, double High)? Range { get; init; }

    /// <summary>Beside the colour scale; null: no colour scale is shown.</summary>
    public string? BarTitle { get; init; } = "";

    public override int SeriesUsed => 0;

    public override (double Low, double High)? ColorRange => Range ?? Course.ColorRange.Of(Z);

    /// <summary>The ends of the colour scale. Looks through all values: ask once for a whole picture.</summary>
    public (double Low, double High) Ends => ColorRange!.Value;

    public override Trace WithColorRange((double Low, double High)? range, bool keepOwn) =>
        this with { Range = keepOwn ? Range ?? range : range };

    public Rgb ColorOf(double value, (double Low, double High) ends) => Scale.At((value - ends.Low) / (ends.High - ends.Low));

    public override void DrawKey(SvgPlot plot, double x, double y)
    {
    }

    public override string Describe()
    {
        var (low, high) = Course.ColorRange.Of(Z);
        return $"{Numbers.Text(Z.GetLength(0))} × {Numbers.Text(Z.GetLength(1))} values from {Numbers.Text(low, 4)} to {Numbers.Text(high, 4)}";
    }

    /// <summary>The bilinear value between grid points, x and y in columns and rows.</summary>
    public double Between(double column, double row)
    {
        var (rows, columns) = (Z.GetLength(0), Z.GetLength(1));
        column = Math.Clamp(column, 0, columns - 1);
        row = Math.Clamp(row, 0, rows - 1);
        var (c, r) = (Math.Min((int)column, Math.Max(columns - 2, 0)), Math.Min((int)row, Math.Max(rows - 2, 0)));
        var (c1, r1) = (Math.Min(c + 1, columns - 1), Math.Min(r + 1, rows - 1));
        var (u, v) = (column - c, row - r);
        return (Z[r, c] * (1 - u) * (1 - v)) + (Z[r, c1] * u * (1 - v)) + (Z[r1, c] * (1 - u) * v) + (Z[r1, c1] * u * v);
    }

    protected JsonObject ToPlotly(string type)
    {
        var ends = Ends;
        var json = new JsonObject
        {
            ["type"] = type,
            ["z"] = PlotlyJson.Matrix(Z),
            ["x"] = CategoriesX is { } namesX ? PlotlyJson.Strings(namesX) : PlotlyJson.Numbers(X),
            ["y"] = CategoriesY is { } namesY ? PlotlyJson.Strings(namesY) : PlotlyJson.Numbers(Y),
            ["zmin"] = PlotlyJson.Number(ends.Low),
            ["zmax"] = PlotlyJson.Number(ends.High),
            ["colorscale"] = Scale.ToPlotly(),
            ["showscale"] = BarTitle is not null,
            ["showlegend"] = false,
        };
        if (BarTitle is { Length: > 0 })
        {
            json["colorbar"] = new JsonObject { ["title"] = new JsonObject { ["text"] = BarTitle } };
        }

        return json;
    }
}
