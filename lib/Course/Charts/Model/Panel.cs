using System.Text.Json.Nodes;

namespace Course;

/// <summary>One drawing area of a figure.</summary>
internal abstract record Panel
{
    public const int DefaultWidth = 720;
    public const int DefaultHeight = 420;

    public string Title { get; init; } = "";

    /// <summary>The author's text alternative; null: generated.</summary>
    public string? Alt { get; init; }

    public int Width { get; init; } = DefaultWidth;

    public int Height { get; init; } = DefaultHeight;

    /// <summary>Of a panel that nobody has given a size.</summary>
    protected virtual int UsualHeight => DefaultHeight;

    /// <summary>The same panel as one of several in a row: lower, unless its author has given it a size.</summary>
    public Panel Beside(int columns) => columns == 1 || (Width, Height) != (DefaultWidth, UsualHeight)
        ? this
        : this with { Width = Math.Max(300, 960 / columns), Height = Math.Max(240, 760 / columns) };

    /// <summary>Plotly figure with <c>data</c> and <c>layout</c>; null when the SVG is all there is.</summary>
    public abstract JsonObject? ToPlotly();

    /// <summary>A complete SVG document.</summary>
    public abstract string ToSvg();

    /// <summary>How much larger than drawn the picture may be shown.</summary>
    public virtual double Zoom => 1;

    /// <summary>For the caption: what is over what; empty where a title says it all.</summary>
    public virtual string Sentence => "";

    /// <summary>What the picture says, in words.</summary>
    public string Description => Alt ?? Describe();

    protected abstract string Describe();
}
