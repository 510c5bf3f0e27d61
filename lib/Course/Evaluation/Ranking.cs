namespace Course;

/// <summary>How well scores put the true ones before the others, whatever the threshold.</summary>
public static class Ranking
{
    /// <summary>The ROC curve: recall over the share of false alarms, one point for each threshold, from never yes to always yes.</summary>
    /// <param name="scores">(N) the higher, the likelier yes; equal scores share a point.</param>
    /// <param name="truth">(N) what is so; at least one yes and one no.</param>
    /// <returns>Both coordinates and the threshold of each point; the first threshold is infinite.</returns>
    /// <exception cref="ArgumentException">The lengths differ, one kind is missing, or a score is no number.</exception>
    public static (double[] FalseAlarms, double[] Recall, double[] Thresholds) Roc(double[] scores, bool[] truth)
    {
        var steps = Steps(nameof(Roc), scores, truth);
        return ([.. steps.Select(step => step.Counts.FalseAlarms)], [.. steps.Select(step => step.Counts.Recall)], [.. steps.Select(step => step.Threshold)]);
    }

    /// <summary>The precision-recall curve, one point for each threshold, from the highest score to the lowest.</summary>
    /// <inheritdoc cref="Roc" path="/param|/exception"/>
    /// <returns>Both coordinates and the threshold of each point.</returns>
    public static (double[] Recall, double[] Precision, double[] Thresholds) PrecisionRecall(double[] scores, bool[] truth)
    {
        var steps = Steps(nameof(PrecisionRecall), scores, truth).Skip(1).ToArray();   // never yes has no precision
        return ([.. steps.Select(step => step.Counts.Recall)], [.. steps.Select(step => step.Counts.Precision)], [.. steps.Select(step => step.Threshold)]);
    }

    /// <summary>Area under the ROC curve: the chance that a yes has a higher score than a no, ties counted half.</summary>
    /// <inheritdoc cref="Roc" path="/param|/exception"/>
    public static double RocAuc(double[] scores, bool[] truth)
    {
        var (x, y, _) = Roc(scores, truth);
        return Enumerable.Range(1, x.Length - 1).Sum(i => (x[i] - x[i - 1]) * (y[i] + y[i - 1]) / 2);
    }

    /// <summary>Precision averaged over the true ones, each at the threshold that just finds it.</summary>
    /// <inheritdoc cref="Roc" path="/param|/exception"/>
    public static double AveragePrecision(double[] scores, bool[] truth)
    {
        var (recall, precision, _) = PrecisionRecall(scores, truth);
        return Enumerable.Range(0, recall.Length).Sum(i => (recall[i] - (i == 0 ? 0 : recall[i - 1])) * precision[i]);
    }

    // From the highest score down, each group of equal scores says yes at once.
    private static List<(double Threshold, YesNo Counts)> Steps(string what, double[] scores, bool[] truth)
    {
        EvaluationInput.CheckRankable(what, scores, truth);
        var (yes, order) = (truth.Count(isYes => isYes), Enumerable.Range(0, scores.Length).OrderByDescending(i => scores[i]).ToArray());
        var (found, alarms) = (0, 0);
        List<(double, YesNo)> steps = [(double.PositiveInfinity, Counts())];
        for (var k = 0; k < order.Length; k++)
        {
            (found, alarms) = truth[order[k]] ? (found + 1, alarms) : (found, alarms + 1);
            if (k + 1 == order.Length || scores[order[k + 1]] != scores[order[k]])
            {
                steps.Add((scores[order[k]], Counts()));
            }
        }

        return steps;

        YesNo Counts() => new(found, alarms, yes - found, truth.Length - yes - alarms);
    }
}
