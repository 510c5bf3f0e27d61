using Course.Kernel.Directives;

namespace Course.Kernel.Script;

/// <summary>One thing that a cell asks for, in the order of the text.</summary>
internal abstract record CellStep
{
    /// <summary>C#; all else is blanked out, so that lines and columns are the cell's.</summary>
    public sealed record Code(string Text) : CellStep;

    /// <summary>A directive.</summary>
    public sealed record Order(DirectiveCall Call) : CellStep;
}
