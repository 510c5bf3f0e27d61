namespace Course.Kernel.Running;

/// <summary>One fact that a cell reported, as it came: of an exercise, a headline, a comparison.</summary>
/// <param name="Cell">0-based position among all cells.</param>
/// <param name="Json">What lib/Course wrote, or whoever pretends to be it.</param>
internal sealed record CellReport(int Cell, string Json);
