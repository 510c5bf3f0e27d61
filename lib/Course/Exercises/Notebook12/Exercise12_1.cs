using static System.FormattableString;

namespace Course;

/// <summary>The rate of a one-cycle schedule at a step.</summary>
internal sealed class Exercise12_1 : Exercise<Func<int, int, double, double>>
{
    private const double Near = 1e-9;

    public override string Title => "one cycle";

    public override IReadOnlyList<string> Hints =>
    [
        "Two glides: which of them is a step on, and how much of it lies behind? That share is the `way` of `Glide`.",
        "The top is at `double top = 0.3 * steps - 1;`. Up to there `way` is `step / top`; behind it `(step - top) / (steps - 1 - top)`, which is 1 at the last step.",
        "`return step <= top ? Glide(peak / 25, peak, step / top) : Glide(peak, peak / 250_000, (step - top) / (steps - 1 - top));`",
    ];

    protected override void Examine(Func<int, int, double, double> oneCycle, Exam exam)
    {
        foreach (var (steps, peak) in (ReadOnlySpan<(int, double)>)[(100, 0.05), (564, 1), (2814, 0.3), (10, 0.001)])
        {
            var top = (int)((0.3 * steps) - 1);
            End(oneCycle, exam, 0, steps, peak, "At step 0 nothing of the way up lies behind, and the rate is peak / 25.");
            End(oneCycle, exam, steps - 1, steps, peak, "At the last step the whole way down lies behind, and the rate is peak / 250,000.");
            foreach (var step in (ReadOnlySpan<int>)[top / 2, top, top + 1, steps / 2])
            {
                exam.Relative(Name(step, steps, peak), () => oneCycle(step, steps, peak), Lr(step, steps, peak), Near, Slips(step, steps, peak));
            }
        }
    }

    // At the ends a wrong rate tells where it comes from, whatever the slip.
    private static void End(Func<int, int, double, double> oneCycle, Exam exam, int step, int steps, double peak, string rule) => exam.That(
        Name(step, steps, peak),
        () => oneCycle(step, steps, peak),
        came => Is(came, Lr(step, steps, peak), Near),
        Numbers.Text(Lr(step, steps, peak)),
        came => Slips(step, steps, peak).FirstOrDefault(slip => Is(came, (double)slip.Value, 1e-6))?.Cause ?? rule);

    private static bool Is(double came, double wanted, double relative) => Math.Abs(came - wanted) <= relative * Math.Abs(wanted);

    private static string Name(int step, int steps, double peak) => Invariant($"step {step} of {steps}, peak {peak}");

    private static Suspect[] Slips(int step, int steps, double peak) =>
    [
        new(Lr(step, steps, peak, isLinear: true), "That is a straight line; the rate follows half a wave of a cosine: `Glide`."),
        new(Lr(step, steps, peak, last: 1e4), "The last rate is peak / 250,000: a ten-thousandth of the *first* one, not of the peak."),
        new(Lr(step, steps, peak, last: 25), "The last rate is peak / 250,000, far below the first one."),
        new(Lr(step, steps, peak, last: double.PositiveInfinity), "The last rate is peak / 250,000, not 0."),
        new(Lr(step, steps, peak, first: double.PositiveInfinity), "The first rate is peak / 25, not 0."),
        new(Lr(step, steps, peak, early: 0), "Steps are counted from 0, so the top lies at 0.3 · steps − 1."),
        new(Lr(step, steps, peak, end: 0), "Steps are counted from 0, so the last one is steps − 1: there the way down has to be 1."),
        new(Lr(step, steps, peak, early: 0, end: 0), "Steps are counted from 0: the top lies at 0.3 · steps − 1, the last step is steps − 1."),
        new(Lr(step, steps, peak, isWhole: true), "`step / top` divides whole numbers and drops the rest: make `top` a double."),
        new(Lr(step, steps, peak, share: 0.7), "The rise takes 0.3 of the steps, the fall 0.7."),
        new(peak, "The rate changes from step to step."),
    ];

    // The schedule, or the schedule with a slip.
    private static double Lr(
        int step, int steps, double peak, double first = 25, double last = 25e4, double early = 1, double end = 1, double share = 0.3, bool isLinear = false, bool isWhole = false)
    {
        var top = (share * steps) - early;
        var isRising = step <= top;
        var way = isRising ? step / top : (step - top) / (steps - end - top);
        way = isWhole ? Math.Truncate(way) : way;
        var (from, to) = isRising ? (peak / first, peak) : (peak, peak / last);
        return to + ((from - to) * (isLinear ? 1 - way : (1 + Math.Cos(Math.PI * way)) / 2));
    }
}
