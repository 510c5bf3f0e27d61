namespace Course;

/// <summary>Recognises the mistakes that any computation can have: signs, factors, NaN, zeros.</summary>
internal static class LikelyCause
{
    private const double Same = 1e-6;

    // Factors that point to a missing or doubled term; any other ratio may be chance.
    private static readonly (double Ratio, string Text)[] Factors =
    [
        (2, "Every value is twice what it should be: a factor 2 too many?"),
        (0.5, "Every value is half of what it should be: a factor 2 is missing."),
        (-2, "Twice the value, with the wrong sign."),
        (-0.5, "Half the value, with the wrong sign."),
    ];

    /// <summary>One sentence, or null when nothing is recognised. Both arrays have the same length.</summary>
    public static string? Of(double[] got, double[] wanted, Tolerance tolerance)
    {
        if (got.Any(double.IsNaN))
        {
            return "NaN comes from 0/0, ∞ − ∞, or the logarithm or root of a negative number.";
        }

        if (got.Any(double.IsInfinity))
        {
            return "Infinity comes from a division by zero or from exp of a large number.";
        }

        if (got.All(value => value == 0))
        {
            return wanted.Any(value => value != 0) ? "Only zeros came out: is the result ever written?" : null;
        }

        if (IsMultiple(got, wanted, -1))
        {
            return "The sign is flipped.";
        }

        foreach (var (ratio, text) in Factors)
        {
            if (IsMultiple(got, wanted, ratio))
            {
                return text;
            }
        }

        return SizeCause(got, wanted) ?? (IsClose(got, wanted, tolerance) ? $"Nearly: the answer has to agree {tolerance}." : null);
    }

    private static bool IsMultiple(double[] got, double[] wanted, double ratio)
    {
        for (var i = 0; i < got.Length; i++)
        {
            var expected = ratio * wanted[i];
            if (Math.Abs(got[i] - expected) > Same * Math.Abs(expected) + 1e-300)
            {
                return false;
            }
        }

        return true;
    }

    private static string? SizeCause(double[] got, double[] wanted)
    {
        if (got.Length < 2)
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

    private static bool IsClose(double[] got, double[] wanted, Tolerance tolerance)
    {
        const double factor = 1000;
        var wide = new Tolerance(factor * tolerance.Relative, factor * tolerance.Absolute);
        return !got.Where((value, i) => !wide.Allows(value, wanted[i])).Any();
    }
}
