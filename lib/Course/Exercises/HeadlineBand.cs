namespace Course;

/// <summary>Where a headline figure has to lie, ends included.</summary>
internal sealed record HeadlineBand(double Low, double High)
{
    public bool Holds(double value) => value >= Low && value <= High;
}
