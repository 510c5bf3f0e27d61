using static System.FormattableString;

namespace Course;

/// <summary>Whether the difference between two models is more than luck, from runs in pairs.</summary>
public static class PairedTest
{
    // 2^20 patterns take a moment; beyond that they would take minutes.
    private const int MostPairs = 20;

    /// <summary>If the models were equally good, each difference might as well have had the other sign. How often would the mean then be at least so far from 0?</summary>
    /// <param name="gaps">One difference for each pair of runs that share a seed; 1 to 20 of them.</param>
    /// <returns>The share of all 2ⁿ patterns of signs: the p-value. Small: hardly luck.</returns>
    /// <exception cref="ArgumentException">No pairs, more than 20, or a difference that is no number.</exception>
    /// <remarks>Fisher's exact sign-flip test of 1935, two-sided.</remarks>
    public static double SignFlip(double[] gaps)
    {
        ArgumentNullException.ThrowIfNull(gaps);
        if (gaps.Length is 0 or > MostPairs || !Array.TrueForAll(gaps, double.IsFinite))
        {
            throw new ArgumentException(Invariant($"PairedTest.SignFlip: {gaps.Length} differences; give 1 to {MostPairs} finite numbers"));
        }

        var patterns = 1 << gaps.Length;
        var least = Math.Abs(gaps.Sum()) * (1 - 1e-12);   // the same sum in another order may differ in its last digit
        var extreme = Enumerable.Range(0, patterns).Count(pattern => Math.Abs(Sum(gaps, pattern)) >= least);
        return (double)extreme / patterns;
    }

    private static double Sum(double[] gaps, int pattern)
    {
        var sum = 0.0;
        for (var i = 0; i < gaps.Length; i++)
        {
            sum += (pattern >> i & 1) == 0 ? gaps[i] : -gaps[i];
        }

        return sum;
    }
}
