namespace Course.Kernel.Jupyter;

/// <summary>One cell that was run: the session's number, the cell's, its code.</summary>
internal sealed record HistoryCell(int Session, int Line, string Code);
