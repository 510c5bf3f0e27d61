namespace Course.Kernel.Running;

/// <summary>Why a notebook did not run to its end.</summary>
/// <param name="Name">Exception type, or a name of ours such as <c>Timeout</c>; the executed notebook's <c>ename</c>.</param>
/// <param name="Message">What happened and, where known, what to do.</param>
/// <param name="Cell">1-based position of the cell among all cells; null if no cell had started.</param>
/// <param name="CellId">The cell's nbformat id.</param>
/// <param name="Line">1-based line in the cell, where known.</param>
/// <param name="Traceback">What the executed notebook shows; may carry ANSI colours.</param>
public sealed record RunError(
    string Name, string Message, int? Cell = null, string? CellId = null, int? Line = null, IReadOnlyList<string>? Traceback = null);
