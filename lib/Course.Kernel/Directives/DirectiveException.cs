using System.Diagnostics.CodeAnalysis;

namespace Course.Kernel.Directives;

/// <summary>A line that is not C# (<c>#r</c>, <c>#!import</c> and the like) cannot be obeyed.</summary>
[SuppressMessage("Design", "CA1032", Justification = "A line number is always known.")]
internal sealed class DirectiveException(string message, int line, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>1-based line in the cell.</summary>
    public int Line { get; } = line;
}
