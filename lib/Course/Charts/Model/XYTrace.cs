using System.Text.Json.Nodes;

namespace Course;

/// <summary>Points, joined or not.</summary>
internal sealed record XYTrace : Trace
{
    // From here on Plotly draws on the graphics card; SVG elements would stall the page.
    private const int ManyPoints = 20_000;
    private const int FewPoints = 200;

    // Of the paper that shows on both sides of a line together, pixels.
    private const double Casing = 2.5;

    public required double[] X { get; init; }

    public required double[] Y { get; init; }

    public bool Lines { get; init; }

    public bool Markers { get; init; }

    /// <summary>Of a bubble, pixels: its area says how much; null for marks that only say where.</summary>
    public double? Diameter { get; init; }

    /// <summary>Of the line, pixels.</summary>
    public double Width { get; init; } = 2;

    /// <summary>Replaces the palette's colour.</summary>
    public string? Ink { get; init; }

    /// <summary>A thin rim of paper sets marks off from a coloured ground.</summary>
    public bool Rim { get; init; }

    /// <summary>Lies over a colour scale: other colours than the scale's, and paper around marks and lines.</summary>
    public bool IsOverlay { get; init; }

    public override int SeriesUsed => Ink is null ? 1 : 0;

    private string Paint => Ink ?? (IsOverlay && Meaning is null ? Palette.OverlayColor(Series) : Color);

    private string Dash => Meaning is { } meaning ? Palette.Dash(meaning, Twin) : Palette.Dash(Series);

    /// <summary>One for each point, shown on hover.</summary>
    public IReadOnlyList<string>? Text { get; init; }

    // A line has paper on both sides already, and the rims of a long row of marks would cover them.
    private bool HasRim => Rim || (IsOverlay && !Lines);

    private double MarkerSize => Diameter ?? (Lines ? 6 : X.Length switch { <= 60 => 9, <= 400 => 7, <= 3000 => 5, _ => 3 });

    private string Symbol => Diameter is null ? Palette.Symbol(Series) : "circle";

    private double Opacity => Diameter is not null ? Palette.Translucent : Lines || IsOverlay || X.Length <= 60 ? 1 : Palette.Translucent;

    public override JsonObject ToPlotly()
    {
        // Steps, such as those of a ROC curve over ten thousand examples, are told by their corners.
        var places = Lines && !Markers && Text is null && X.Length > FewPoints ? Polyline.Corners(X, Y) : [.. Enumerable.Range(0, X.Length)];
        var json = new JsonObject
        {
            ["type"] = places.Length > ManyPoints ? "scattergl" : "scatter",
            ["mode"] = Lines && Markers ? "lines+markers" : Lines ? "lines" : "markers",
            ["x"] = PlotlyJson.Numbers([.. places.Select(i => X[i])]),
            ["y"] = PlotlyJson.Numbers([.. places.Select(i => Y[i])]),
            ["showlegend"] = Label is not null,
        };
        if (Label is not null)
        {
            json["name"] = Label;
        }

        if (Lines)
        {
            json["line"] = new JsonObject { ["color"] = Paint, ["width"] = Width, ["dash"] = Dash };
        }

        if (Lines && IsOverlay)
        {
            // Plotly has no edge around lines: the page's script draws one under each that says so.
            json["meta"] = new JsonObject { ["casing"] = Casing };
        }

        if (Markers)
        {
            json["marker"] = new JsonObject
            {
                ["color"] = Paint,
                ["size"] = MarkerSize,
                ["opacity"] = Opacity,
                ["symbol"] = Symbol,
            };
            if (HasRim)
            {
                json["marker"]!["line"] = new JsonObject { ["color"] = Palette.Paper, ["width"] = 1 };
            }
        }

        if (Text is not null)
        {
            json["text"] = PlotlyJson.Strings(Text);
        }

        return json;
    }

    public override bool? IsWholeX => X.Length == 0 ? null : X.All(value => !double.IsFinite(value) || value == Math.Floor(value));

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
            if (IsOverlay)
            {
                plot.Line(X, Y, Palette.Paper, "solid", Width + Casing);
            }

            plot.Line(X, Y, Paint, Dash, Width);
        }

        if (Markers)
        {
            plot.Markers(X, Y, Paint, Symbol, MarkerSize, Opacity, HasRim);
        }
    }

    public override void DrawKey(SvgPlot plot, double x, double y)
    {
        if (Lines)
        {
            plot.LineKey(x, y, Paint, Dash);
        }
        else
        {
            plot.MarkerKey(x, y, Paint, Symbol);
        }
    }

    public override string Describe() => $"{Numbers.Text(X.Length)} {(X.Length == 1 ? "point" : "points")}{(Lines ? " joined by a line" : "")}";
}
