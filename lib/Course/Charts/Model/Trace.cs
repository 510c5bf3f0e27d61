using System.Text.Json.Nodes;

namespace Course;

/// <summary>One layer of a plot: knows its data, its Plotly form and how to draw itself as SVG.</summary>
internal abstract record Trace
{
    /// <summary>Name in the legend; null: not listed.</summary>
    public string? Label { get; init; }

    /// <summary>Place among the plot's series: gives colour, marker and dash.</summary>
    public int Series { get; init; }

    /// <summary>How many colours of the palette this layer uses up.</summary>
    public virtual int SeriesUsed => 1;

    /// <summary>What the layer stands for, which gives its colour; null: its place does.</summary>
    public Meaning? Meaning { get; init; }

    /// <summary>How many layers before it in the plot mean the same.</summary>
    public int Twin { get; init; }

    protected string Color => Meaning is { } meaning ? Palette.Color(meaning) : Palette.Color(Series);

    /// <summary>The member of Plotly's <c>data</c> array.</summary>
    public abstract JsonObject ToPlotly();

    /// <summary>Makes the axes large enough.</summary>
    public abstract void Grow(Extent x, Extent y);

    /// <summary>Draws into the plot area, whose scales are set.</summary>
    public abstract void Draw(SvgPlot plot);

    /// <summary>Draws this layer's sign in the legend, 24 pixels wide, its middle at y.</summary>
    public virtual void DrawKey(SvgPlot plot, double x, double y) => plot.MarkerKey(x, y, Color, "square");

    /// <summary>For the text alternative: what a reader would say about this layer, without its name.</summary>
    public abstract string Describe();

    /// <summary>From which value to which the layer's colour scale runs; null: it has none.</summary>
    public virtual (double Low, double High)? ColorRange => null;

    /// <summary>The same layer with another colour scale range; a layer without one stays as it is.</summary>
    public virtual Trace WithColorRange((double Low, double High)? range, bool keepOwn) => this;

    /// <summary>Whether the data along x are whole numbers; null where the layer does not say.</summary>
    public virtual bool? IsWholeX => null;

    /// <summary>Names along x, when this layer has names instead of numbers.</summary>
    public virtual IReadOnlyList<string>? CategoriesX => null;

    /// <summary>Names along y, when this layer has names instead of numbers.</summary>
    public virtual IReadOnlyList<string>? CategoriesY => null;
}
