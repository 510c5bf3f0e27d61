namespace Course;

/// <summary>A picture in a notebook: a Plotly chart with a static drawing behind it for readers without scripts.</summary>
/// <remarks>Made by <see cref="Chart"/>. Every method returns a changed copy, so that a cell may run twice.</remarks>
public sealed partial class Figure : HtmlValue
{
    internal Figure(Panel panel) => Frames = [[panel]];

    private Figure(Figure other) =>
        (Frames, Controls, Columns, Heading, AltText, CaptionText, Fit) = (other.Frames, other.Controls, other.Columns, other.Heading, other.AltText, other.CaptionText, other.Fit);

    /// <summary>For each setting of the controls, last control fastest, the panels to show; one frame without controls.</summary>
    internal IReadOnlyList<IReadOnlyList<Panel>> Frames { get; init; } = [];

    internal IReadOnlyList<Control> Controls { get; init; } = [];

    internal int Columns { get; init; } = 1;

    /// <summary>Title above several panels.</summary>
    internal string? Heading { get; init; }

    /// <summary>The author's text alternative; null: generated.</summary>
    internal string? AltText { get; init; }

    /// <summary>The author's sentence under the picture; null: generated.</summary>
    internal string? CaptionText { get; init; }

    /// <summary>Two sliders whose frames the page computes; null for stored frames.</summary>
    internal LineFit? Fit { get; init; }

    /// <summary>The frame that is drawn where no script runs.</summary>
    internal int StillFrame => Fit is null ? Controls.Aggregate(0, (frame, c) => (frame * c.Steps.Count) + c.Start) : 0;

    private bool IsSinglePanel => Frames.All(f => f.Count == 1);

    /// <summary>Sets the title above the picture.</summary>
    public Figure Title(string text) =>
        IsSinglePanel ? Map(p => p with { Title = text }) : new Figure(this) { Heading = text };

    /// <summary>Names both axes; a title says its unit: <c>body mass (g)</c>.</summary>
    public Figure Axes(string x, string y) =>
        MapPlot(p => p with { X = p.X with { Title = x }, Y = p.Y with { Title = y } }, nameof(Axes));

    /// <summary>Sets the text alternative that stands for the picture on a screen reader. Generated when not given.</summary>
    public Figure Alt(string text) => new(this) { AltText = text };

    /// <summary>Sets the size in pixels. The width is an upper limit: on a phone the picture shrinks.</summary>
    public Figure Size(int width, int height) => Map(p => p with { Width = width, Height = height });

    /// <summary>Powers of ten along x; values ≤ 0 are left out.</summary>
    public Figure LogX() => MapPlot(p => p with { X = p.X with { Log = true } }, nameof(LogX));

    /// <summary>Powers of ten along y; values ≤ 0 are left out.</summary>
    public Figure LogY() => MapPlot(p => p with { Y = p.Y with { Log = true } }, nameof(LogY));

    /// <summary>Fixes what is seen along x, in data units.</summary>
    /// <exception cref="ArgumentException"><paramref name="low"/> is not below <paramref name="high"/>.</exception>
    public Figure RangeX(double low, double high) => MapPlot(p => p with { X = p.X with { Range = Ordered(low, high) } }, nameof(RangeX));

    /// <summary>Fixes what is seen along y, in data units.</summary>
    /// <exception cref="ArgumentException"><paramref name="low"/> is not below <paramref name="high"/>.</exception>
    public Figure RangeY(double low, double high) => MapPlot(p => p with { Y = p.Y with { Range = Ordered(low, high) } }, nameof(RangeY));

    /// <summary>Makes one unit along x as long as one along y, so that a circle is round.</summary>
    public Figure EqualUnits() => MapPlot(p => p with { HasEqualUnits = true }, nameof(EqualUnits));

    /// <summary>Sets the sentence that stands under the picture on the course's pages, after its number and title. Made from the axes when not given.</summary>
    public Figure Caption(string sentence) => new(this) { CaptionText = sentence };

    /// <inheritdoc/>
    public override string ToHtml() => ChartHtml.Of(this);

    /// <summary>The text alternative.</summary>
    public override string ToString() => AltText ?? Describe();

    internal Figure Beside(IReadOnlyList<Figure> figures, int columns) =>
        new(this) { Frames = [[.. figures.SelectMany(f => f.Frames[0]).Select(p => p.Beside(columns))]], Columns = columns, Heading = null, AltText = null, CaptionText = null };

    internal Figure Stack(IReadOnlyList<IReadOnlyList<Panel>> frames, IReadOnlyList<Control> controls) =>
        new(this) { Frames = frames, Controls = controls };

    internal Figure Add(Trace trace) => MapPlot(p => p.Add(trace), "Adding a layer");

    private string Describe()
    {
        var panels = Frames[StillFrame].Select(p => p.Description);
        var controls = Controls.Select(c => $"Slider \"{c.Label}\", {c.Steps.Count} steps.");
        return string.Join(" ", new[] { Heading is null ? "" : Heading + "." }.Concat(panels).Concat(controls).Where(t => t.Length > 0));
    }

    private Figure Map(Func<Panel, Panel> change) =>
        new(this) { Frames = [.. Frames.Select(frame => frame.Select(change).ToArray())] };

    private Figure MapPlot(Func<PlotPanel, PlotPanel> change, string what)
    {
        if (!IsSinglePanel)
        {
            throw new InvalidOperationException($"{what}: this figure has several panels; do it to each of them before Chart.Grid.");
        }

        return Map(p => p is PlotPanel plot
            ? change(plot)
            : throw new InvalidOperationException($"{what}: this figure has no x and y axes."));
    }

    internal static (double Low, double High) Ordered(double low, double high) =>
        low < high ? (low, high) : throw new ArgumentException($"range {Numbers.Text(low)} to {Numbers.Text(high)}: the low end must be below the high end");
}
