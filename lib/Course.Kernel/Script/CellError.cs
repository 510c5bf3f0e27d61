namespace Course.Kernel.Script;

/// <summary>Why a cell did not run to its end, in the learner's terms.</summary>
/// <param name="Name">Exception type or <c>CompilationError</c>; what Jupyter calls ename.</param>
/// <param name="Message">One line or a few; what Jupyter calls evalue.</param>
/// <param name="Traceback">Lines to show: source line with caret, then the learner's frames; ours are left out. May carry ANSI colours.</param>
/// <param name="Line">1-based line in the cell, where known.</param>
/// <param name="Column">1-based column in the cell, where known.</param>
public sealed record CellError(string Name, string Message, IReadOnlyList<string> Traceback, int? Line = null, int? Column = null);
