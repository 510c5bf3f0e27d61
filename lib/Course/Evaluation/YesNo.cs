namespace Course;

/// <summary>What became of a yes-or-no question: how often yes and no were said, rightly and wrongly.</summary>
/// <param name="TruePositives">Said yes, and it is.</param>
/// <param name="FalsePositives">Said yes, and it is not: false alarms.</param>
/// <param name="FalseNegatives">Said no, and it is: missed.</param>
/// <param name="TrueNegatives">Said no, and it is not.</param>
public sealed record YesNo(int TruePositives, int FalsePositives, int FalseNegatives, int TrueNegatives)
{
    /// <summary>How many answers there are.</summary>
    public int Count => TruePositives + FalsePositives + FalseNegatives + TrueNegatives;

    /// <summary>Share of right answers.</summary>
    public double Accuracy => Ratio(TruePositives + TrueNegatives, Count);

    /// <summary>Share of the yeses that are right; 0 where yes was never said.</summary>
    public double Precision => Ratio(TruePositives, TruePositives + FalsePositives);

    /// <summary>Share of the true ones that were found; 0 where there is none.</summary>
    public double Recall => Ratio(TruePositives, TruePositives + FalseNegatives);

    /// <summary>Share of the others that raised a false alarm; 0 where there are no others.</summary>
    public double FalseAlarms => Ratio(FalsePositives, FalsePositives + TrueNegatives);

    /// <summary>Harmonic mean of precision and recall; 0 where nothing was found.</summary>
    public double F1 => Ratio(2 * TruePositives, (2 * TruePositives) + FalsePositives + FalseNegatives);

    /// <summary>[true, said], no before yes: what a chart of the confusion matrix takes.</summary>
    public int[,] Table => new[,] { { TrueNegatives, FalsePositives }, { FalseNegatives, TruePositives } };

    /// <summary>Counts the answers of a model that says yes from a threshold on.</summary>
    /// <param name="scores">(N) the higher, the likelier yes.</param>
    /// <param name="truth">(N) what is so.</param>
    /// <param name="threshold">The lowest score that is a yes.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static YesNo At(double[] scores, bool[] truth, double threshold)
    {
        ArgumentNullException.ThrowIfNull(scores);
        return Of([.. scores.Select(score => score >= threshold)], truth);
    }

    /// <summary>Counts answers.</summary>
    /// <param name="said">(N) the answers.</param>
    /// <param name="truth">(N) what is so.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static YesNo Of(bool[] said, bool[] truth)
    {
        EvaluationInput.CheckPairs(nameof(YesNo), said, truth);
        int Count(bool says, bool isYes) => said.Zip(truth).Count(pair => pair.First == says && pair.Second == isYes);
        return new(Count(true, true), Count(true, false), Count(false, true), Count(false, false));
    }

    private static double Ratio(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
}
