namespace Course.Kernel.Running;

/// <summary>A figure that a notebook reported, with the band in which it is expected.</summary>
/// <param name="Id">The headline's id, such as <c>04-mnist</c>.</param>
/// <param name="Value">What was measured in this run.</param>
/// <param name="Low">The lowest expected value; null if the tier has no lower bound.</param>
/// <param name="High">The highest expected value; null if the tier has no upper bound.</param>
/// <param name="Tier">The tier whose band it is.</param>
/// <param name="Ok">True if the value lies in the band.</param>
public sealed record HeadlineResult(string Id, double Value, double? Low, double? High, string? Tier, bool Ok);
