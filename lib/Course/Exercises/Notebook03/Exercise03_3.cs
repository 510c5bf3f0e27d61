namespace Course;

using AdamStep = Func<double, double, double, int, double, (double Move, double M, double V)>;

/// <summary>Adam for one coordinate.</summary>
internal sealed class Exercise03_3 : Exercise<AdamStep>
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

    protected override void Examine(AdamStep step, Exam exam)
    {
        foreach (var g in (double[])[1, -1, 1e-4, 1e-2, 1e2, 1e4])
        {
            exam.Absolute(
                $"first move, slope {Numbers.Text(g)}, lr = {Numbers.Text(Rate)}",
                () => step(g, 0, 0, 1, Rate).Move,
                -Rate * Math.Sign(g),
                1e-6,
                [.. Slips.Select(slip => new Suspect(slip.Step(g, 0, 0, 1, Rate).Move, slip.Cause))]);
        }

        Try(exam, "the first step", step, g: 2, m: 0, v: 0, t: 1);
        Try(exam, "the second step, of the smallest slopes", step, g: 1e-8, m: 2e-9, v: 3e-17, t: 2);
        Try(exam, "the fifth step", step, g: -0.7, m: 0.25, v: 0.003, t: 5);
        Try(exam, "the thousandth step", step, g: 0.02, m: -0.4, v: 0.9, t: 1000);
    }

    private static (AdamStep Step, string Cause)[] Slips =>
    [
        (Adam(sign: 1), "Uphill: the move goes against the slope."),
        (Adam(weight1: _ => 1, weight2: _ => 1), "The averages start at zero; divide them by 1 − 0.9ᵗ and 1 − 0.999ᵗ."),
        (Adam(weight1: _ => 1), "m starts at zero; divide it by 1 − 0.9ᵗ."),
        (Adam(weight2: _ => 1), "v starts at zero; divide it by 1 − 0.999ᵗ."),
        (Adam(weight1: _ => 1 - Beta1, weight2: _ => 1 - Beta2), "The correction has to use `t`: 1 − 0.9ᵗ, not always 1 − 0.9."),
        (Adam(isCorrectedKept: true), "Return the averages before the correction: the next step corrects them anew."),
        (Adam(isScaled: false), "The slope is not divided by its root mean square."),
        (Adam(isInside: true), "ε belongs outside the root: √v + ε."),
        (Adam(epsilon: 0), "ε is missing: a slope of 0 would give 0/0."),
        (Adam(isRoot: false), "The root is missing: divide by √v."),
        (Adam(share1: -0.1), "The new slope is *added* to m: 0.9·m + 0.1·g."),
        (Adam(share1: 1), "The new slope counts a tenth in m: 0.1·g."),
        (Adam(share1: 1.1), "The new slope counts a tenth in m: 0.1·g."),
        (Adam(share2: -0.001), "The new squared slope is *added* to v: 0.999·v + 0.001·g²."),
        (Adam(share2: 1), "The new squared slope counts a thousandth in v: 0.001·g·g."),
        (Adam(share2: 1.001), "The new squared slope counts a thousandth in v: 0.001·g·g."),
        (Adam(isSquare: false), "v is the mean of the *squared* slopes: g·g."),
        (Adam(keep1: 1), "m keeps nine tenths of itself: 0.9·m."),
        (Adam(keep1: 0), "m forgets all that was before: 0.9·m + …"),
        (Adam(keep2: 1), "v keeps 0.999 of itself: 0.999·v."),
        (Adam(keep2: 0), "v forgets all that was before: 0.999·v + …"),
        ((g, m, v, t, lr) => Adam()(g, m, v, t, 1), "The rate `lr` is missing."),
        ((g, m, v, t, lr) => Adam()(g, m, v, t, 1 / lr), "Multiply by the rate `lr`; it is divided by."),
        ((g, m, v, t, lr) => (Adam()(g, m, v, t, lr).Move, m, v), "Return the new averages, not those that were given."),
    ];

    private static void Try(Exam exam, string name, AdamStep step, double g, double m, double v, int t) => exam.Relative(
        $"{name}: (move, m, v) from g = {Numbers.Text(g)}, m = {Numbers.Text(m)}, v = {Numbers.Text(v)}, t = {t}",
        () => step(g, m, v, t, Rate),
        Adam()(g, m, v, t, Rate),
        1e-9,
        [.. Slips.Select(slip => new Suspect(slip.Step(g, m, v, t, Rate), slip.Cause))]);

    // Adam, or Adam with a slip.
    private static AdamStep Adam(
        double sign = -1, double keep1 = Beta1, double share1 = 1 - Beta1, double keep2 = Beta2, double share2 = 1 - Beta2, double epsilon = Epsilon,
        Func<int, double>? weight1 = null, Func<int, double>? weight2 = null,
        bool isSquare = true, bool isScaled = true, bool isInside = false, bool isRoot = true, bool isCorrectedKept = false) =>
        (g, m, v, t, lr) =>
        {
            (m, v) = ((keep1 * m) + (share1 * g), (keep2 * v) + (share2 * (isSquare ? g * g : g)));
            var mHat = m / (weight1 ?? (step => 1 - Math.Pow(Beta1, step)))(t);
            var vHat = v / (weight2 ?? (step => 1 - Math.Pow(Beta2, step)))(t);
            var divisor = !isScaled ? 1 : !isRoot ? vHat + epsilon : isInside ? Math.Sqrt(vHat + epsilon) : Math.Sqrt(vHat) + epsilon;
            var move = sign * lr * mHat / divisor;
            return isCorrectedKept ? (move, mHat, vHat) : (move, m, v);
        };
}
