namespace Course;

/// <summary>How an answer misses.</summary>
/// <param name="Got">What came, as text.</param>
/// <param name="Wanted">What should have come, as text.</param>
/// <param name="Cause">The likely cause, if one is known.</param>
internal sealed record Difference(string Got, string Wanted, string? Cause = null);
