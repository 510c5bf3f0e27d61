using Microsoft.CodeAnalysis.Text;

namespace Course.Kernel.Script;

/// <summary>A place in a cell where text is put in before it is compiled; no line moves.</summary>
/// <param name="Span">The code that the text is about.</param>
/// <param name="Forms">What may be put in; the next form is tried where one does not compile, and none after the last.</param>
internal sealed record CodeSite(TextSpan Span, params IReadOnlyList<IReadOnlyList<CodeSite.Piece>> Forms)
{
    /// <summary>True if it may not compile: what a lambda is for, only the compiler knows.</summary>
    public bool IsDoubtful { get; init; }

    /// <summary>Text at a position.</summary>
    /// <param name="Position">In the learner's text.</param>
    /// <param name="Text">On one line.</param>
    /// <param name="Closes">True if it ends what an earlier piece has begun.</param>
    internal sealed record Piece(int Position, string Text, bool Closes = false);
}
