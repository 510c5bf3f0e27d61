using System.Text.Json.Nodes;

namespace Course;

/// <summary>Layers of data over one pair of axes.</summary>
internal sealed record PlotPanel : Panel
{
    private (FittedAxis X, FittedAxis Y)? _fitted;

    public PlotPanel()
    {
    }

    // A copy is made to be changed: it fits its own axes.
    private PlotPanel(PlotPanel other)
        : base(other) => (Traces, X, Y, HasEqualUnits) = (other.Traces, other.X, other.Y, other.HasEqualUnits);

    public IReadOnlyList<Trace> Traces { get; init; } = [];

    public Axis X { get; init; } = new();

    public Axis Y { get; init; } = new();

    /// <summary>One unit is as long along x as along y: a circle is round.</summary>
    public bool HasEqualUnits { get; init; }

    /// <summary>The same plot with one more layer.</summary>
    public PlotPanel Add(Trace trace)
    {
        var placed = trace with { Series = Traces.Sum(t => t.SeriesUsed) };
        var isOnMap = Traces.Any(t => t is MapTrace { BarTitle: not null });
        return this with { Traces = Apart([.. Traces, isOnMap && placed is XYTrace points ? points with { IsOverlay = true } : placed]) };
    }

    /// <summary>The last layer stands for something.</summary>
    public PlotPanel As(Meaning meaning)
    {
        if (Traces is not [.., var last] || last is MapTrace)
        {
            throw new InvalidOperationException($"As(Meaning.{meaning}): {(Traces.Count == 0 ? "there is no layer yet" : "a map has a scale of colours")}; call it after the line, points or bars that it is about.");
        }

        var twin = Traces.SkipLast(1).Count(t => t.Meaning == meaning);
        return this with { Traces = Apart([.. Traces.SkipLast(1), last with { Meaning = meaning, Twin = twin }]) };
    }

    // A meaning has its colour everywhere; a series that would have the same one takes the next that is free.
    private static IReadOnlyList<Trace> Apart(IReadOnlyList<Trace> traces)
    {
        var taken = traces.Where(t => t.Meaning is not null).Select(t => Palette.Color(t.Meaning!.Value)).ToHashSet(StringComparer.Ordinal);
        return taken.Count == 0 ? traces : [.. traces.Select(t => t.Meaning is null && t.SeriesUsed == 1 ? t with { Series = Palette.Free(t.Series, taken) } : t)];
    }

    /// <summary>Layers with these names take the colours of their places; the others come after them.</summary>
    public PlotPanel ColorsOf(string[] names)
    {
        var next = names.Length;
        return this with { Traces = [.. Traces.Select(t => t with { Series = Array.IndexOf(names, t.Label) is var place and >= 0 ? place : t.SeriesUsed == 0 ? t.Series : next++ })] };
    }

    /// <summary>The axes with their ranges decided, in axis units.</summary>
    public (FittedAxis X, FittedAxis Y) FitAxes() => _fitted ??= Fit();

    /// <summary>How far the data reach along both axes.</summary>
    public (Extent X, Extent Y) Measure()
    {
        var (x, y) = (new Extent(X.Log), new Extent(Y.Log));
        foreach (var trace in Traces)
        {
            trace.Grow(x, y);
        }

        return (x, y);
    }

    public override JsonObject ToPlotly()
    {
        var (x, y) = FitAxes();
        var layout = new JsonObject
        {
            ["title"] = new JsonObject { ["text"] = Title },
            ["height"] = Height,
            ["showlegend"] = Traces.Any(t => t.Label is not null),
            ["xaxis"] = x.ToPlotly(),
            ["yaxis"] = y.ToPlotly(),
        };
        if (HasEqualUnits)
        {
            layout["xaxis"]!["constrain"] = "domain";
            layout["yaxis"]!["constrain"] = "domain";
            layout["yaxis"]!["scaleanchor"] = "x";
        }

        return new JsonObject
        {
            ["data"] = new JsonArray([.. Traces.Select(t => t.ToPlotly())]),
            ["layout"] = layout,
        };
    }

    public override string ToSvg()
    {
        var (x, y) = FitAxes();
        return new SvgPlot(this, x, y).ToSvg();
    }

    public override string Sentence
    {
        get
        {
            var heights = Traces.OfType<MapTrace>().Select(map => map.BarTitle).FirstOrDefault(title => title is { Length: > 0 });
            if (X.Title.Length == 0 || Y.Title.Length == 0)
            {
                return "";
            }

            return heights is null ? $"{Y.Title} over {X.Title}." : $"{heights} over {X.Title} and {Y.Title}.";
        }
    }

    protected override string Describe()
    {
        var (x, y) = FitAxes();
        var layers = Traces.Select(t => t.Label is { } label ? $"{label}: {t.Describe()}" : t.Describe());
        var parts = new[] { Title, x.Describe("x"), y.Describe("y"), string.Join("; ", layers) };
        return string.Join(". ", parts.Where(p => p.Length > 0)) + ".";
    }

    private (FittedAxis X, FittedAxis Y) Fit()
    {
        var (x, y) = Measure();
        var whole = Traces.Select(t => t.IsWholeX).OfType<bool>().DefaultIfEmpty(false).All(isWhole => isWhole);
        var axisX = X with { Categories = Names(t => t.CategoriesX), Whole = whole };
        var axisY = Y with { Categories = Names(t => t.CategoriesY) };
        return (new FittedAxis(axisX, axisX.Fit(x)), new FittedAxis(axisY, axisY.Fit(y)));
    }

    private string[]? Names(Func<Trace, IReadOnlyList<string>?> ofTrace)
    {
        var names = Traces.SelectMany(t => ofTrace(t) ?? []).Distinct(StringComparer.Ordinal).ToArray();
        return names.Length > 0 ? names : null;
    }
}
