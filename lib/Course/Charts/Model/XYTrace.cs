using System.Text.Json.Nodes;

namespace Course;

/// <summary>Points, joined or not.</summary>
internal sealed record XYTrace : Trace
{
    // From here on Plotly draws on the graphics card; SVG elements would stall the page.
    private const int ManyPoints = 20_000;

    public required double[] X { get; init; }

    public required double[] Y { get; init; }

    public bool Lines { get; init; }

    public bool Markers { get; init; }

    /// <summary>One for each point, shown on hover.</summary>
    public IReadOnlyList<string>? Text { get; init; }

    private double MarkerSize => Lines ? 6 : X.Length switch { <= 60 => 9, <= 400 => 7, <= 3000 => 5, _ => 3 };

    private double Opacity => Lines || X.Length <= 60 ? 1 : X.Length <= 3000 ? 0.75 : 0.4;

    public override JsonObject ToPlotly()
    {
        var json = new JsonObject
        {
            ["type"] = X.Length > ManyPoints ? "scattergl" : "scatter",
            ["mode"] = Lines && Markers ? "lines+markers" : Lines ? "lines" : "markers",
            ["x"] = PlotlyJson.Numbers(X),
            ["y"] = PlotlyJson.Numbers(Y),
            ["showlegend"] = Label is not null,
        };
        if (Label is not null)
        {
            json["name"] = Label;
        }

        if (Lines)
        {
            json["line"] = new JsonObject { ["color"] = Color, ["width"] = 2, ["dash"] = Palette.Dash(Series) };
        }

        if (Markers)
        {
            json["marker"] = new JsonObject
            {
                ["color"] = Color,
                ["size"] = MarkerSize,
                ["opacity"] = Opacity,
                ["symbol"] = Palette.Symbol(Series),
            };
        }

        if (Text is not null)
        {
            json["text"] = PlotlyJson.Strings(Text);
        }

        return json;
    }

    public override void Grow(Extent x, Extent y)
    {
        if (Markers || X.Length == 0)
        {
            x.Include(X);
        }
        else
        {
            foreach (var value in X)
            {
                x.Edge(value);
            }
        }

        y.Include(Y);
    }

    public override void Draw(SvgPlot plot)
    {
        if (Lines)
        {
            plot.Line(X, Y, Color, Palette.Dash(Series));
        }

        if (Markers)
        {
            plot.Markers(X, Y, Color, Palette.Symbol(Series), MarkerSize, Opacity);
        }
    }

    public override void DrawKey(SvgPlot plot, double x, double y)
    {
        if (Lines)
        {
            plot.LineKey(x, y, Color, Palette.Dash(Series));
        }
        else
        {
            plot.MarkerKey(x, y, Color, Palette.Symbol(Series));
        }
    }

    public override string Describe() => $"{Numbers.Text(X.Length)} points{(Lines ? " joined by a line" : "")}";
}
