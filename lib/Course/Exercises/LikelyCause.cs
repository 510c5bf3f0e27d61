namespace Course;

/// <summary>Recognises the mistakes that any computation can have: signs, factors, places, NaN, zeros.</summary>
internal static class LikelyCause
{
    private const double Same = 1e-6;

    // Factors that point to a missing or doubled term; any other ratio may be chance.
    private static readonly (double Ratio, string Text)[] Factors =
    [
        (2, "twice what it should be: a factor 2 too many?"),
        (0.5, "half of what it should be: a factor 2 is missing."),
        (-2, "twice what it should be, with the wrong sign."),
        (-0.5, "half of what it should be, with the wrong sign."),
    ];

    /// <summary>One sentence, or null when nothing is recognised.</summary>
    /// <param name="got">As many as were wanted.</param>
    /// <param name="wanted">What was wanted.</param>
    /// <param name="tolerance">How near is right.</param>
    public static string? Of(double[] got, Figures wanted, Tolerance tolerance) =>
        Special(got, wanted.Values) ?? Factor(got, wanted.Values) ?? Size(got, wanted.Values) ?? Places.Cause(got, wanted)
        ?? (IsClose(got, wanted.Values, tolerance) ? $"Nearly: the answer has to agree {tolerance}." : null)
        ?? Constant(got, wanted.Values) ?? Places.Location(got, wanted);

    /// <summary>Equal but for rounding.</summary>
    internal static bool IsSame(double got, double wanted) => Math.Abs(got - wanted) <= (Same * Math.Abs(wanted)) + 1e-300;

    private static string? Special(double[] got, double[] wanted)
    {
        if (got.Where((value, i) => double.IsNaN(value) && !double.IsNaN(wanted[i])).Any())
        {
            return "NaN comes from 0/0, ∞ − ∞, or the logarithm or root of a negative number.";
        }

        if (got.Where((value, i) => double.IsInfinity(value) && !double.IsInfinity(wanted[i])).Any())
        {
            return "Infinity comes from a division by zero or from exp of a large number.";
        }

        return got.All(value => value == 0) && wanted.Any(value => value != 0)
            ? "Only zeros came out: is the result ever written, and does no division of whole numbers round it down?"
            : null;
    }

    private static string? Factor(double[] got, double[] wanted)
    {
        if (got.All(value => value == 0))
        {
            return null;
        }

        if (IsMultiple(got, wanted, -1))
        {
            return "The sign is flipped.";
        }

        var text = Factors.FirstOrDefault(factor => IsMultiple(got, wanted, factor.Ratio)).Text;
        return text is null ? null : (got.Length == 1 ? "It is " : "Every value is ") + text;
    }

    private static bool IsMultiple(double[] got, double[] wanted, double ratio) => !got.Where((value, i) => !IsSame(value, ratio * wanted[i])).Any();

    private static string? Size(double[] got, double[] wanted)
    {
        if (got.Length < 2 || got.All(value => value == 0))
        {
            return null;
        }

        if (IsMultiple(got, wanted, got.Length))
        {
            return $"Every value is {got.Length} times too large: is a division by the number of items missing?";
        }

        return IsMultiple(got, wanted, 1.0 / got.Length)
            ? $"Every value is {got.Length} times too small: one division by the number of items too many?"
            : null;
    }

    // What all values have in common; of a single one, any ratio would fit.
    private static string? Constant(double[] got, double[] wanted)
    {
        if (got.Length < 2)
        {
            return null;
        }

        var (ratio, offset) = (got[0] / wanted[0], got[0] - wanted[0]);
        if (double.IsFinite(ratio) && ratio != 0 && IsMultiple(got, wanted, ratio))
        {
            return $"Every value is {Numbers.Text(ratio, 3)} times what it should be.";
        }

        return !got.Where((value, i) => Math.Abs(value - wanted[i] - offset) > Same * Math.Abs(offset)).Any()
            ? $"Every value is {Numbers.Text(Math.Abs(offset), 3)} too {(offset > 0 ? "large" : "small")}."
            : null;
    }

    private static bool IsClose(double[] got, double[] wanted, Tolerance tolerance)
    {
        const double factor = 1000;
        var wide = new Tolerance(factor * tolerance.Relative, factor * tolerance.Absolute);
        return !got.Where((value, i) => !wide.Allows(value, wanted[i])).Any();
    }
}
