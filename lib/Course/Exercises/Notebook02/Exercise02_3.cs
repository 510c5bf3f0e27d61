namespace Course;

/// <summary>Binary cross-entropy from the logit, exact at the far ends.</summary>
internal sealed class Exercise02_3 : Exercise<Func<double, double, double>>
{
    // Wanted values where the formula is not needed: far out the loss is |z| or 0.
    private static readonly (double Z, double Y, double Loss)[] Cases =
    [
        (0, 1, Math.Log(2)),
        (0, 0, Math.Log(2)),
        (2, 0, 2.1269280110429725),   // first, so that what passes here and fails below has forgotten y
        (2, 1, 0.12692801104297249),
        (-2, 1, 2.1269280110429725),
        (40, 0, 40),
        (40, 1, 0),
        (-40, 1, 40),
        (800, 1, 0),
        (800, 0, 800),
        (-800, 1, 800),
        (-800, 0, 0),
    ];

    public override string Title => "cross-entropy from logits";

    public override IReadOnlyList<string> Hints =>
    [
        "For y = 1 the loss is ln(1 + e⁻ᶻ), for y = 0 it is ln(1 + eᶻ). Each is safe on one side of zero only.",
        "ln(1 + eᶻ) = z + ln(1 + e⁻ᶻ). So you may always use the exponent −|z|, which never overflows, and add a linear part.",
        "`Math.Max(z, 0) - z * y + Math.Log(1 + Math.Exp(-Math.Abs(z)))`",
    ];

    protected override void Examine(Func<double, double, double> loss, Exam exam)
    {
        foreach (var (z, y, wanted) in Cases)
        {
            exam.Absolute(
                $"z = {Numbers.Text(z)}, y = {Numbers.Text(y)}",
                () => loss(z, y),
                wanted,
                1e-12,
                new Suspect(double.PositiveInfinity, "The share was rounded to 0 or 1 before the logarithm, or e to a large power overflowed: use the exponent −|z|."),
                new Suspect(double.NaN, "0 · ∞ is NaN: a share was rounded to 0 or 1 before the logarithm. Work with `z` itself."),
                new Suspect(Exact(z, 1 - y), y == 0
                    ? "The loss of the other answer: `y` and 1 − `y` have changed places."
                    : "`y` does not appear: the term −z·y is missing."),
                new Suspect(Bent(z) + (z * y) + Safe(z), "z·y is subtracted: max(z, 0) − z·y + …"),
                new Suspect(Bent(z) - (z * y) - Safe(z), "The logarithm is added: … + ln(1 + e^−|z|)."),
                new Suspect(Bent(z) - (z * y), "The logarithm is missing: … + ln(1 + e^−|z|)."),
                new Suspect(Bent(z) - (z * y) + Math.Log(1 + Math.Exp(Math.Abs(z))), "The exponent has the wrong sign: −|z|, never above 0."),
                new Suspect(Bent(z) - (z * y) + Math.Log(1 - Math.Exp(-Math.Abs(z))), "Inside the logarithm it is 1 *plus* e^−|z|."),
                new Suspect(Bent(z) - (z * y) + Math.Log(2 + Math.Exp(-Math.Abs(z))), "Inside the logarithm it is 1 plus e^−|z|."),
                new Suspect(Bent(z) - (z * y) + 1 + Math.Exp(-Math.Abs(z)), "The logarithm is missing: ln(1 + e^−|z|)."),
                new Suspect(Bent(z) - z + Safe(z), "The answer `y` is missing: it is z·y that is subtracted."),
                new Suspect(Bent(z) - y + Safe(z), "The score is missing: it is z·y that is subtracted."),
                new Suspect(Bent(z) - (z / y) + Safe(z), "z is divided by y: multiply."),
                new Suspect(z - (z * y) + Safe(z), "max(z, 0) is missing: for z below 0 it is 0."),
                new Suspect(Math.Max(z, 1) - (z * y) + Safe(z), "It is max(z, 0), not max(z, 1)."),
                new Suspect(Math.Max(z, -1) - (z * y) + Safe(z), "It is max(z, 0), not max(z, −1)."),
                new Suspect(Exact(z, y) / Math.Log(2), "That is in bits; nats come from `Math.Log`."));
        }
    }

    private static double Exact(double z, double y) => Bent(z) - (z * y) + Safe(z);

    private static double Bent(double z) => Math.Max(z, 0);

    private static double Safe(double z) => Math.Log(1 + Math.Exp(-Math.Abs(z)));
}
