using Course.Kernel.Formatting;

namespace Course.Kernel.Script;

/// <summary>One thing that a cell asks for, in the order of the text.</summary>
/// <param name="Line">1-based line in the cell.</param>
internal abstract record CellStep(int Line)
{
    /// <summary>C#; directives and other steps are blanked out, so that lines and columns are the cell's.</summary>
    public sealed record Code(string Text, int Line) : CellStep(Line);

    /// <summary>Text in another language, to be shown.</summary>
    public sealed record Markup(string Language, string Text, int Line) : CellStep(Line);

    /// <summary><c>#!import</c>: another file's cells.</summary>
    public sealed record Import(string Path, int Line) : CellStep(Line);

    /// <summary><c>#r</c>: an assembly or a package.</summary>
    public sealed record Reference(string Target, int Line) : CellStep(Line);

    /// <summary><c>#i</c>: one more place to get packages from.</summary>
    public sealed record Source(string Target, int Line) : CellStep(Line);

    /// <summary><c>#!time</c>: tell how long the cell took.</summary>
    public sealed record Time(int Line) : CellStep(Line);
}
