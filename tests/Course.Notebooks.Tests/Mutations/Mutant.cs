namespace Course.Notebooks.Tests.Mutations;

/// <summary>A stored solution with one change.</summary>
/// <param name="Line">The line of the solution that is changed, from 1.</param>
/// <param name="Column">Where in it, from 1.</param>
/// <param name="Change">"`w * xi` → `w / xi`".</param>
/// <param name="Code">The changed solution.</param>
internal sealed record Mutant(int Line, int Column, string Change, string Code)
{
    /// <summary>How a list names it.</summary>
    public string Name => $"{Line}:{Column} {Change}";
}
