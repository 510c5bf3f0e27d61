namespace Course;

/// <summary>The slope of cross-entropy along the scores: share − truth.</summary>
internal sealed class Exercise02_2 : Exercise<Func<double[], int, double[]>>
{
    private const double Nudge = 1e-5;

    private static readonly (double[] Z, int Y)[] Cases =
    [
        ([2, 1, -1], 0),
        ([2, 1, -1], 2),
        ([0.3, -0.2, 1.7, 0.1], 1),
        ([-3, 5], 0),
    ];

    public override string Title => "the shortest gradient";

    public override IReadOnlyList<string> Hints =>
    [
        "Write the loss as −z[y] + ln Σ e^z. The first part's slopes are −1 and zeros.",
        "The second part's slope along score c is its share of the sum: the softmax itself.",
        "Take the softmax of `z`, subtract 1 at place `y`, and return the rest as it is. `Shares(z)` is in a cell above.",
    ];

    protected override void Examine(Func<double[], int, double[]> slopes, Exam exam)
    {
        foreach (var (z, y) in Cases)
        {
            var wanted = z.Select((_, c) => Difference(z, y, c)).ToArray();
            var p = Exercise02_1.Shares(z);
            exam.Absolute(
                $"scores {string.Join(", ", z.Select(score => Numbers.Text(score)))}; true class {y}",
                () => slopes([.. z], y),
                wanted,
                1e-7,
                new Suspect(p, "These are the shares alone: the true class's slope is its share minus 1."),
                new Suspect(p.Select((pc, c) => c == y ? 1 - pc : -pc).ToArray(), "The sign is flipped: raising the true class's score makes the loss smaller, so its slope is negative."),
                new Suspect(p.Select((pc, c) => c == y ? pc - 1 : 0).ToArray(), "The other classes have slopes too: raising their scores takes share away from the true one."),
                new Suspect(p.Select((pc, c) => c == y ? -1 / pc : 0).ToArray(), "This is the slope along the shares; the scores are one step further back, through the softmax."),
                new Suspect(p.Select((pc, c) => (pc - (c == y ? 1 : 0)) * pc * (1 - pc)).ToArray(), "A factor p·(1 − p) too many: with cross-entropy it cancels."));
        }
    }

    private static double Difference(double[] z, int y, int c)
    {
        double Loss(double nudge) => LossOf([.. z.Select((zk, k) => k == c ? zk + nudge : zk)], y);
        return (Loss(Nudge) - Loss(-Nudge)) / (2 * Nudge);
    }

    private static double LossOf(double[] z, int y) => z.Max() - z[y] + Math.Log(z.Sum(zk => Math.Exp(zk - z.Max())));
}
