namespace Course.Kernel.Notebooks.Prose;

/// <summary>A term of the course: one thing, one spelling.</summary>
/// <param name="Term">As prose has it, in the singular.</param>
/// <param name="Meaning">One or two plain sentences.</param>
/// <param name="Notebook">The two digits of the notebook that explains it first.</param>
internal sealed record Word(string Term, string Meaning, string Notebook)
{
    /// <summary>The spelling in code; null if code has no name for it.</summary>
    public string? Code { get; init; }

    /// <summary>Other words for it that are welcome: plurals that are not an s, abbreviations.</summary>
    public IReadOnlyList<string> Forms { get; init; } = [];

    /// <summary>Names that code must not give it. One that ends in a dot is what stands before the dot.</summary>
    public IReadOnlyList<string> RefusedInCode { get; init; } = [];

    /// <summary>Words that prose must not use for it.</summary>
    public IReadOnlyList<string> RefusedInProse { get; init; } = [];

    /// <summary>An everyday word too: before its notebook it may mean anything.</summary>
    public bool Common { get; init; }

    /// <summary>All that prose may call it.</summary>
    public IEnumerable<string> Spellings => new[] { Term, Term + "s" }.Concat(Forms);
}
