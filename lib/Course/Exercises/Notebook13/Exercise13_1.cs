namespace Course;

/// <summary>Precision, recall and F1 over several classes, macro and micro.</summary>
internal sealed class Exercise13_1 : Exercise<Func<int[], int[], int, (double[] Macro, double[] Micro)>>
{
    private const double Near = 1e-12;

    private static readonly (string Name, int[] Said, int[] Truth, int Classes)[] Cases =
    [
        ("20 rows, three classes", [0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 1, 1, 1, 0, 0, 2, 2, 2, 0, 1], [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2], 3),
        ("a class that is never said", [0, 0, 1, 1, 0], [0, 2, 1, 0, 2], 3),
        ("a class that does not occur", [3, 0, 1, 1, 0, 3], [0, 0, 1, 1, 0, 1], 4),
        ("all right", [1, 0, 1], [1, 0, 1], 2),
        ("all wrong", [1, 0], [0, 1], 2),
    ];

    public override string Title => "one number for several classes";

    public override IReadOnlyList<string> Hints =>
    [
        "For one class c there are three counts: how often c was said, how often it is true, and how often both. All six numbers are made of these.",
        "Macro: precision, recall and F1 of each class, then the plain mean of each over the classes. Micro: add up each of the three counts over the classes first, then divide once. Where there is nothing to divide by, the share is 0.",
        "F1 of counts is 2 · hits / (said + true). Macro F1 is the mean of the classes' F1. For micro, the counts of *said* add up to `said.Length`, and those of *true* to `truth.Length`.",
    ];

    protected override void Examine(Func<int[], int[], int, (double[] Macro, double[] Micro)> averages, Exam exam)
    {
        foreach (var (name, said, truth, classes) in Cases)
        {
            var came = new Lazy<(double[] Macro, double[] Micro)>(() => averages([.. said], [.. truth], classes));
            var (macro, micro) = (Three(ClassAverages.Macro(said, truth, classes)), Three(ClassAverages.Micro(said, truth, classes)));
            exam.Absolute($"{name}: macro", () => came.Value.Macro, macro, Near, MacroSlips(said, truth, classes, macro, micro));
            exam.Absolute($"{name}: micro", () => came.Value.Micro, micro, Near, new Suspect(macro, "That is macro: for micro, add up the counts of all classes before you divide."));
        }
    }

    private static Suspect[] MacroSlips(int[] said, int[] truth, int classes, double[] macro, double[] micro)
    {
        var (p, r) = (macro[0], macro[1]);
        var each = Enumerable.Range(0, classes).Select(c => YesNo.Of([.. said.Select(s => s == c)], [.. truth.Select(t => t == c)])).ToArray();
        double[] Mean(Func<YesNo, int, double> weight) => Three((each.Select((c, i) => c.Precision * weight(c, i)).Sum(), each.Select((c, i) => c.Recall * weight(c, i)).Sum(), each.Select((c, i) => c.F1 * weight(c, i)).Sum()));
        var occurring = truth.Distinct().Count();
        return
        [
            new(new[] { p, r, p + r == 0 ? 0 : 2 * p * r / (p + r) }, "F1 of the means is not the mean of the F1: compute F1 for each class, then average."),
            new(new[] { r, p, macro[2] }, "Precision and recall are swapped: precision divides by what was *said*, recall by what is *true*."),
            new(micro, "That is micro: for macro, divide within each class, then take the mean."),
            new(Mean((c, _) => (double)(c.TruePositives + c.FalseNegatives) / truth.Length), "That weights each class by its size. In the macro mean every class counts alike."),
            new(Mean((_, i) => truth.Contains(i) ? 1.0 / occurring : 0), "A class that does not occur counts as well, with 0: divide by `classes`."),
            new(new[] { each.Average(c => (double)c.TruePositives / (c.TruePositives + c.FalsePositives)), each.Average(c => (double)c.TruePositives / (c.TruePositives + c.FalseNegatives)), each.Average(c => 2.0 * c.TruePositives / ((2 * c.TruePositives) + c.FalsePositives + c.FalseNegatives)) }, "0/0 is no number in C#: where there is nothing to divide by, the share is 0."),
            new(Mean((_, _) => 1), "That is the sum over the classes: divide by `classes`."),
        ];
    }

    private static double[] Three((double Precision, double Recall, double F1) three) => [three.Precision, three.Recall, three.F1];
}
