using static System.FormattableString;

namespace Course;

/// <summary>Precision, recall and F1 of several classes in one number each.</summary>
public static class ClassAverages
{
    /// <summary>Every class counts alike: the plain mean over the classes.</summary>
    /// <param name="said">(N) the class that was said, 0 to <paramref name="classes"/> − 1.</param>
    /// <param name="truth">(N) the true class.</param>
    /// <param name="classes">How many classes there are, also those that do not occur.</param>
    /// <exception cref="ArgumentException">The lengths differ, or a class is outside the range.</exception>
    public static (double Precision, double Recall, double F1) Macro(int[] said, int[] truth, int classes)
    {
        var each = Each(said, truth, classes);
        return (each.Average(c => c.Precision), each.Average(c => c.Recall), each.Average(c => c.F1));
    }

    /// <summary>Every answer counts alike: the counts of all classes are added up first.</summary>
    /// <inheritdoc cref="Macro" path="/param|/exception"/>
    public static (double Precision, double Recall, double F1) Micro(int[] said, int[] truth, int classes)
    {
        var each = Each(said, truth, classes);
        var all = new YesNo(each.Sum(c => c.TruePositives), each.Sum(c => c.FalsePositives), each.Sum(c => c.FalseNegatives), each.Sum(c => c.TrueNegatives));
        return (all.Precision, all.Recall, all.F1);
    }

    private static YesNo[] Each(int[] said, int[] truth, int classes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 1);
        EvaluationInput.CheckPairs(nameof(ClassAverages), said, truth);
        int[] all = [.. said, .. truth];
        var odd = Array.FindIndex(all, c => c < 0 || c >= classes);
        return odd >= 0
            ? throw new ArgumentException(Invariant($"ClassAverages: a class {all[odd]} among {classes}; they are 0 to {classes - 1}"))
            : [.. Enumerable.Range(0, classes).Select(c => YesNo.Of([.. said.Select(s => s == c)], [.. truth.Select(t => t == c)]))];
    }
}
