using static System.FormattableString;

namespace Course;

/// <summary>What every measure asks of its rows.</summary>
internal static class EvaluationInput
{
    public static void CheckPairs<TA, TB>(string what, TA[] a, TB[] b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        if (a.Length != b.Length)
        {
            throw new ArgumentException(Invariant($"{what}: {a.Length} answers and {b.Length} truths; give one truth for each answer, in the same order"));
        }
    }

    /// <summary>Curves need some of both kinds, and scores that can be put in order.</summary>
    public static void CheckRankable(string what, double[] scores, bool[] truth)
    {
        CheckPairs(what, scores, truth);
        var yes = truth.Count(isYes => isYes);
        if (yes == 0 || yes == truth.Length)
        {
            throw new ArgumentException(Invariant($"{what}: {yes} of {truth.Length} are yes; it takes at least one yes and one no"));
        }

        CheckNumbers(what, scores);
    }

    /// <summary>NaN has no place in an order.</summary>
    public static void CheckNumbers(string what, double[] scores)
    {
        ArgumentNullException.ThrowIfNull(scores);
        var odd = Array.FindIndex(scores, double.IsNaN);
        if (odd >= 0)
        {
            throw new ArgumentException(Invariant($"{what}: score {odd} is not a number; did the loss explode?"));
        }
    }
}
