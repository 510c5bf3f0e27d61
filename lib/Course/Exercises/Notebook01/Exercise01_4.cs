namespace Course;

/// <summary>The two slopes of the mean squared error.</summary>
internal sealed class Exercise01_4 : Exercise<Func<double, double, (double DW, double DB)>>
{
    public override string Title => "the two slopes of the bowl";

    public override IReadOnlyList<string> Hints =>
    [
        "Differentiate one bird's term, (y − (w·x + b))², by `w` and by `b`; then average over the birds.",
        "The square gives 2·miss. The inside gives −x for `w`, and −1 for `b`.",
        "dMSE/dw is the average of −2·miss·x, and dMSE/db the average of −2·miss.",
    ];

    protected override void Examine(Func<double, double, (double DW, double DB)> gradient, Exam exam)
    {
        foreach (var (name, w, b) in Lines)
        {
            exam.Relative(
                $"{name}: w = {Numbers.Text(w)}, b = {Numbers.Text(b)}, against central differences",
                () => gradient(w, b),
                CentralDifferences(w, b),
                1e-6,
                Suspects(w, b));
        }
    }

    private static (string Name, double W, double B)[] Lines =>
        [("a flat line", 0, 4000), ("a guess", 40, -4000), ("too steep", 60, -8500)];

    // A parabola's central difference is exact but for rounding, whatever the step; large steps keep that small.
    private static (double, double) CentralDifferences(double w, double b)
    {
        const double stepW = 1, stepB = 100;
        return (
            (PenguinLine.Mse(w + stepW, b) - PenguinLine.Mse(w - stepW, b)) / (2 * stepW),
            (PenguinLine.Mse(w, b + stepB) - PenguinLine.Mse(w, b - stepB)) / (2 * stepB));
    }

    private static Suspect[] Suspects(double w, double b)
    {
        var (dw, db) = CentralDifferences(w, b);
        return
        [
            new((-dw, -db), "Both signs are flipped: miss = y − (w·x + b) has a minus in front of `w` and `b`."),
            new((dw / 2, db / 2), "The 2 from the square is missing."),
            new((db, db), "For `w`, each miss is multiplied by that bird's `x`."),
            new((db, dw), "The two slopes have changed places: return (dw, db)."),
            new((dw * PenguinLine.Count, db * PenguinLine.Count), "These are sums; divide by the number of birds."),
        ];
    }
}
