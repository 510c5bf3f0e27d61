using static System.FormattableString;

namespace Course;

/// <summary>Whether what is said with 80 % comes true in 80 of 100 cases.</summary>
public static class Calibration
{
    /// <summary>Sorts answers into bins of equal width by the chance that was given.</summary>
    /// <param name="chances">(N) each from 0 to 1.</param>
    /// <param name="truth">(N) what came true.</param>
    /// <param name="bins">How many bins, at least 1; a chance on an edge belongs to the bin above it, 1 to the last.</param>
    /// <returns>The bins that are not empty, lowest chance first.</returns>
    /// <exception cref="ArgumentException">The lengths differ, or a chance is outside 0 to 1.</exception>
    public static CalibrationBin[] Bins(double[] chances, bool[] truth, int bins = 10)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        EvaluationInput.CheckPairs(nameof(Calibration), chances, truth);
        var odd = Array.FindIndex(chances, chance => chance is not (>= 0 and <= 1));
        return odd < 0
            ? [.. Enumerable.Range(0, chances.Length)
                .GroupBy(i => Math.Min((int)(chances[i] * bins), bins - 1))
                .OrderBy(bin => bin.Key)
                .Select(bin => new CalibrationBin(bin.Count(), bin.Average(i => chances[i]), bin.Average(i => truth[i] ? 1.0 : 0.0)))]
            : throw new ArgumentException(Invariant($"Calibration: chance {odd} is {chances[odd]}; chances lie between 0 and 1 (logits need a sigmoid)"));
    }

    /// <summary>How far what was said and what came true lie apart, on average over the answers.</summary>
    /// <inheritdoc cref="Bins" path="/param|/exception"/>
    /// <remarks>The expected calibration error (Naeini and others 2015), with bins of equal width.</remarks>
    public static double Error(double[] chances, bool[] truth, int bins = 10) =>
        Bins(chances, truth, bins).Sum(bin => bin.Count * Math.Abs(bin.Said - bin.Came)) / Math.Max(1, chances.Length);
}
