namespace Course.Kernel.Notebooks.Checking;

/// <summary>A rule of the course that a notebook breaks.</summary>
/// <param name="File">The notebook.</param>
/// <param name="Cell">1-based position among all cells; null if it is the notebook as a whole.</param>
/// <param name="CellId">The cell's id.</param>
/// <param name="Rule">The rule's short name.</param>
/// <param name="Problem">What was found.</param>
/// <param name="Cure">What to do.</param>
public sealed record NotebookFinding(string File, int? Cell, string? CellId, string Rule, string Problem, string Cure)
{
    /// <summary>File, cell, rule, problem, cure in one line.</summary>
    public override string ToString() =>
        $"{File}{(Cell is null ? "" : $", cell {Cell} ({CellId})")}: {Rule}: {Problem}; {Cure}";
}
