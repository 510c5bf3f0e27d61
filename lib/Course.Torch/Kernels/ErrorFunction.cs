namespace TorchSharp.Kernels;

/// <summary>erf, erfc and erf⁻¹ in double, to about 1e-15.</summary>
/// <remarks>
/// erf: Maclaurin series below 2. erfc: continued fraction (Lentz) above. Source: Abramowitz and Stegun 1964, 7.1.6 and 7.1.14.
/// </remarks>
internal static class ErrorFunction
{
    public const double InverseSqrt2 = 0.70710678118654752440;

    private const double TwoOverSqrtPi = 1.1283791670955125739;
    private const double SeriesLimit = 2;

    public static double Erf(double x) => Math.Abs(x) < SeriesLimit ? Series(x) : x > 0 ? 1 - Fraction(x) : Fraction(-x) - 1;

    public static double Erfc(double x) => double.IsNaN(x) ? x : Math.Abs(x) < SeriesLimit ? 1 - Series(x) : x > 0 ? Fraction(x) : 2 - Fraction(-x);

    /// <summary>Inverse by Newton steps from a rational start (Giles 2010); ±∞ at ±1, NaN outside.</summary>
    public static double Inverse(double y)
    {
        if (double.IsNaN(y) || Math.Abs(y) > 1)
        {
            return double.NaN;
        }

        if (Math.Abs(y) == 1)
        {
            return y * double.PositiveInfinity;
        }

        var log = Math.Log((1 - y) * (1 + y));
        var half = (2 / (Math.PI * 0.147)) + (log / 2);
        var x = Math.CopySign(Math.Sqrt(Math.Sqrt((half * half) - (log / 0.147)) - half), y);
        for (var step = 0; step < 4; step++)
        {
            var error = x > 0 ? Erfc(x) - (1 - y) : (1 + y) - Erfc(-x);
            var slope = TwoOverSqrtPi * Math.Exp(-x * x);
            if (slope == 0)
            {
                break;
            }

            var newton = error / slope;
            x += newton / (1 - (x * newton)); // Halley: the curvature of erf is −2x times its slope
        }

        return x;
    }

    // x · 2/√π · e^(−x²) · Σ (2x²)^n / (1·3·5…(2n+1)): all terms positive, no cancellation.
    private static double Series(double x)
    {
        var square = 2 * x * x;
        var term = 1.0;
        var sum = 1.0;
        for (var n = 1; term > 1e-17 * sum; n++)
        {
            term *= square / ((2 * n) + 1);
            sum += term;
        }

        return TwoOverSqrtPi * x * Math.Exp(-x * x) * sum;
    }

    private static double Fraction(double x)
    {
        var fraction = x;
        for (var n = 60; n >= 1; n--)
        {
            fraction = x + (n / 2.0 / fraction);
        }

        return Math.Exp(-x * x) / (fraction * Math.Sqrt(Math.PI));
    }
}
