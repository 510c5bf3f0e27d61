namespace Course.Cli.Grading;

/// <summary>A cell of the run.</summary>
/// <param name="Key">Its id there.</param>
/// <param name="Source">What runs.</param>
/// <param name="Number">1-based position among all cells of the learner's file; null for one that we put in.</param>
/// <param name="Checks">The exercise that it checks; null for any other cell.</param>
internal sealed record PlannedCell(string Key, string Source, int? Number = null, string? Checks = null);
