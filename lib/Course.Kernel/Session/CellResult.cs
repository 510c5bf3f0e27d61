using Course.Kernel.Script;

namespace Course.Kernel.Session;

/// <summary>How a cell ended.</summary>
/// <param name="Status">Completed, failed or interrupted.</param>
/// <param name="Error">What went wrong; null only when the cell completed.</param>
public sealed record CellResult(CellStatus Status, CellError? Error)
{
    /// <summary>A cell that ran to its end.</summary>
    public static CellResult Completed { get; } = new(CellStatus.Completed, null);
}
