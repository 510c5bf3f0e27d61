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

        ExamineFarOff(gradient, exam);
    }

    // Far from the birds' own slope the squares are huge, and a line through their middle has a slope along b that nearly vanishes:
    // a difference of two huge squares has lost it, the formula has not.
    private static void ExamineFarOff(Func<double, double, (double DW, double DB)> gradient, Exam exam)
    {
        const double w = 1000;
        var b = PenguinLine.Misses(w, 0).Average() - 0.5;
        exam.That(
            $"far too steep, through the middle of the cloud: w = {Numbers.Text(w)}, b = {Numbers.Text(b)}; the slope along b",
            () => gradient(w, b).DB,
            slope => Math.Abs(slope - (-2 * PenguinLine.Misses(w, b).Average())) <= 1e-7,
            "−1, up to 1e-7",
            slope => Math.Abs(slope + 1) < 0.1 ? "This looks like a measured slope: a difference of two huge squares loses digits. Take the formula of the chain rule." : null);
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
            new((-dw, db), "The sign of dw is flipped: miss = y − (w·x + b) has a minus in front of `w`."),
            new((dw, -db), "The sign of db is flipped: miss = y − (w·x + b) has a minus in front of `b`."),
            new((dw / 2, db), "The 2 from the square is missing in dw."),
            new((dw, db / 2), "The 2 from the square is missing in db."),
            new((-2 * PenguinLine.Products(-w, -b).Average(), -2 * PenguinLine.Misses(-w, -b).Average()), "The prediction is added: the miss is y − (w·x + b)."),
            new((-2 * PenguinLine.Products(b, w).Average(), -2 * PenguinLine.Misses(b, w).Average()), "`w` and `b` have changed places in the prediction."),
            new((dw, dw), "db has a factor x too many: the miss changes by −1 along `b`."),
            new((dw / 2, db / 2), "The 2 from the square is missing."),
            new((db, db), "For `w`, each miss is multiplied by that bird's `x`."),
            new((db, dw), "The two slopes have changed places: return (dw, db)."),
            new((dw * PenguinLine.Count, db * PenguinLine.Count), "These are sums; divide by the number of birds."),
        ];
    }
}
