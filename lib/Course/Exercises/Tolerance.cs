namespace Course;

/// <summary>How far a number may be off: |got − wanted| ≤ max(absolute, relative · |wanted|).</summary>
internal readonly record struct Tolerance(double Relative, double Absolute)
{
    public static Tolerance Exact { get; } = new(0, 0);

    public bool Allows(double got, double wanted)
    {
        if (got == wanted || (double.IsNaN(got) && double.IsNaN(wanted)))
        {
            return true;
        }

        // Infinity is within no tolerance of a number; without this line it would be of itself, times anything.
        return double.IsFinite(got) && double.IsFinite(wanted)
            && Math.Abs(got - wanted) <= Math.Max(Absolute, Relative * Math.Abs(wanted));
    }

    public override string ToString() => (Relative, Absolute) switch
    {
        (0, 0) => "exactly",
        ( > 0, 0) => $"to a relative {Numbers.Text(Relative)}",
        (0, _) => $"to ± {Numbers.Text(Absolute)}",
        _ => $"to a relative {Numbers.Text(Relative)} or ± {Numbers.Text(Absolute)}",
    };
}
