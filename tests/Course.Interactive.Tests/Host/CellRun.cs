namespace Course.Interactive.Tests.Host;

/// <summary>One code cell and what it sent.</summary>
/// <param name="Id">The cell's id in the file.</param>
/// <param name="Error">Why it failed; null: it did not.</param>
/// <param name="Outputs">What it showed, in order.</param>
/// <param name="IsOptional">True if it says that the notebook goes on without it.</param>
internal sealed record CellRun(string Id, string? Error, IReadOnlyList<CellOutput> Outputs, bool IsOptional);
