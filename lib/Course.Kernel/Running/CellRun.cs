using Course.Kernel.Session;

namespace Course.Kernel.Running;

/// <summary>One code cell that was started.</summary>
/// <param name="Number">1-based position among all cells of the notebook, markdown included.</param>
/// <param name="Id">The cell's nbformat id.</param>
/// <param name="Status">How it ended; null if its process ended first.</param>
/// <param name="Seconds">From its start to its end.</param>
public sealed record CellRun(int Number, string Id, CellStatus? Status, double Seconds);
