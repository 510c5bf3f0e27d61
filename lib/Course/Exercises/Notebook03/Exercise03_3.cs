namespace Course;

/// <summary>Adam for one coordinate.</summary>
internal sealed class Exercise03_3 : Exercise<Func<double, double, double, int, double, (double Move, double M, double V)>>
{
    private const double Beta1 = 0.9;
    private const double Beta2 = 0.999;
    private const double Epsilon = 1e-8;
    private const double Rate = 0.001;

    public override string Title => "one step of Adam";

    public override IReadOnlyList<string> Hints =>
    [
        "First the two averages: `m = 0.9 * m + 0.1 * g` and `v = 0.999 * v + 0.001 * g * g`.",
        "Then undo their start at zero: divide the first by 1 − 0.9ᵗ, the second by 1 − 0.999ᵗ (`Math.Pow(0.9, t)`). Return the averages as they were before this division.",
        "The move is `-lr * mHat / (Math.Sqrt(vHat) + 1e-8)`: against the slope, and ε outside the root.",
    ];

    protected override void Examine(Func<double, double, double, int, double, (double Move, double M, double V)> step, Exam exam)
    {
        foreach (var g in (double[])[1, -1, 1e-4, 1e-2, 1e2, 1e4])
        {
            exam.Absolute(
                $"first move, slope {Numbers.Text(g)}, lr = {Numbers.Text(Rate)}",
                () => step(g, 0, 0, 1, Rate).Move,
                -Rate * Math.Sign(g),
                1e-6,
                new Suspect(Rate * Math.Sign(g), "Uphill: the move goes against the slope."),
                new Suspect(Uncorrected(g), "The averages start at zero; divide them by 1 − 0.9ᵗ and 1 − 0.999ᵗ."),
                new Suspect(-Rate * g, "The slope is not divided by its root mean square."),
                new Suspect(-Rate * g / Math.Sqrt((g * g) + Epsilon), "ε belongs outside the root: √v + ε."));
        }

        Try(exam, "the first step", step, g: 2, m: 0, v: 0, t: 1);
        Try(exam, "the fifth step", step, g: -0.7, m: 0.25, v: 0.003, t: 5);
        Try(exam, "the thousandth step", step, g: 0.02, m: -0.4, v: 0.9, t: 1000);
    }

    private static double Uncorrected(double g) =>
        -Rate * (1 - Beta1) * g / (Math.Sqrt((1 - Beta2) * g * g) + Epsilon);

    private static void Try(
        Exam exam, string name, Func<double, double, double, int, double, (double Move, double M, double V)> step, double g, double m, double v, int t)
    {
        var (mNext, vNext) = ((Beta1 * m) + ((1 - Beta1) * g), (Beta2 * v) + ((1 - Beta2) * g * g));
        var (mHat, vHat) = (mNext / (1 - Math.Pow(Beta1, t)), vNext / (1 - Math.Pow(Beta2, t)));
        var move = -Rate * mHat / (Math.Sqrt(vHat) + Epsilon);
        exam.Relative(
            $"{name}: (move, m, v) from g = {Numbers.Text(g)}, m = {Numbers.Text(m)}, v = {Numbers.Text(v)}, t = {t}",
            () => step(g, m, v, t, Rate),
            (move, mNext, vNext),
            1e-9,
            new Suspect((move, mHat, vHat), "Return the averages before the correction: the next step corrects them anew."),
            new Suspect((-Rate * mNext / (Math.Sqrt(vNext) + Epsilon), mNext, vNext), "The averages start at zero; divide them by 1 − 0.9ᵗ and 1 − 0.999ᵗ."),
            new Suspect((AtFirst(mNext, vNext), mNext, vNext), "The correction has to use `t`: 1 − 0.9ᵗ, not always 1 − 0.9."));
    }

    private static double AtFirst(double m, double v) => -Rate * (m / (1 - Beta1)) / (Math.Sqrt(v / (1 - Beta2)) + Epsilon);
}
