namespace Course;

/// <summary>The stability limit of plain descent on a bowl.</summary>
internal sealed class Exercise03_1 : Exercise<Func<double, double, double>>
{
    private const double Within = 0.02;

    public override string Title => "the largest stable rate";

    public override IReadOnlyList<string> Hints =>
    [
        "Each direction is a parabola of its own, and each has its own limit, 2/λ.",
        "The walk is stable as long as both directions are: the stricter limit counts.",
        "`2 / Math.Max(a, c)`",
    ];

    protected override void Examine(Func<double, double, double> rate, Exam exam)
    {
        foreach (var (a, c) in ((double, double)[])[(1, 100), (5, 8), (0.1, 3), (40, 2)])
        {
            exam.Relative(
                $"curvatures {Numbers.Text(a)} and {Numbers.Text(c)}",
                () => rate(a, c),
                2 / Math.Max(a, c),
                Within,
                new Suspect(1 / Math.Max(a, c), "At 1/λ a single step lands on the bottom; it is stable up to twice that."),
                new Suspect(2 / Math.Min(a, c), "That is the flat direction's limit; the steep one has blown up long before."),
                new Suspect(2 / (a + c), "2/(a + c) is the rate at which both directions shrink equally fast, not the limit."),
                new Suspect(2 * Math.Max(a, c), "Divide by the curvature: the steeper, the smaller the rate."),
                new Suspect(2.0, "The curvature is missing: 2/λ."),
                new Suspect(3 / Math.Max(a, c), "Beyond 2/λ each step lands further out than the last."),
                new Suspect(2 / c, "Either direction may be the steep one."),
                new Suspect(2 / a, "Either direction may be the steep one."));
        }
    }
}
