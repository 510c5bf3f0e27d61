using TorchSharp;
using static TorchSharp.torch;

namespace Course;

using AdamAnswer = Action<Tensor, Tensor, Tensor, Tensor, int, double>;

/// <summary>One step of Adam on tensors, in place.</summary>
/// <remarks>The answer changes its weights, first and second moments.</remarks>
internal sealed class Exercise08_1 : Exercise<AdamAnswer>
{
    private const int Steps = 10;
    private const double Near = 1e-6;
    private const double Beta1 = 0.9;
    private const double Beta2 = 0.999;
    private const double Epsilon = 1e-8;

    public override string Title => "your own Adam";

    public override IReadOnlyList<string> Hints =>
    [
        "Four lines, as in notebook 03: m moves a tenth towards g, v a thousandth towards g²; both are divided by what they lack in the first steps; w takes the step.",
        "In place: `m.mul_(0.9).add_(0.1 * g);` and `v.mul_(0.999).add_(0.001 * g * g);`. What they lack at step t: m has 1 − 0.9ᵗ of its weight, v has 1 − 0.999ᵗ.",
        "`Tensor mHat = m / (1 - Math.Pow(0.9, t)), vHat = v / (1 - Math.Pow(0.999, t));` then `w.sub_(lr * mHat / (vHat.sqrt() + 1e-8));`",
    ];

    // Weights and both moments; the slopes are the caller's.
    public override IReadOnlyList<int> Changes => [0, 2, 3];

    protected override void Examine(AdamAnswer adam, Exam exam)
    {
        using var scope = NewDisposeScope();
        foreach (var lr in (ReadOnlySpan<double>)[0.001, 0.1])
        {
            Try(exam, $"at a rate of {Course.Numbers.Text(lr)}", adam, new Bowl(lr), Library(new Bowl(lr)));
        }

        // Where the slope is 0 or tiny, ε and its place show.
        var flat = new Bowl(0.1, 1e-8);
        Try(exam, "at a rate of 0.1, where slopes are tiny or 0", adam, flat, Path(Move(), flat));
    }

    private static void Try(Exam exam, string where, AdamAnswer adam, Bowl bowl, Tensor[] wanted)
    {
        var came = new Lazy<Tensor[]>(() => Path(adam, bowl));
        for (var t = 1; t <= Steps; t++)
        {
            var step = t;
            exam.Absolute($"the weights after step {t} {where}", () => came.Value[step - 1], wanted[step - 1], Near, Slips(bowl, step));
        }
    }

    private static Tensor[] Path(AdamAnswer adam, Bowl bowl)
    {
        Tensor w = Bowl.Start(), m = zeros(2, 3), v = zeros(2, 3);
        return [.. Enumerable.Range(1, Steps).Select(t =>
        {
            adam(w, bowl.Slope(w), m, v, t, bowl.Rate);
            return w.clone();
        })];
    }

    private static Tensor[] Library(Bowl bowl)
    {
        using var w = new TorchSharp.Modules.Parameter(Bowl.Start());
        using var optimizer = optim.Adam([w], bowl.Rate);
        var path = new Tensor[Steps];
        for (var t = 0; t < Steps; t++)
        {
            optimizer.zero_grad();
            (bowl.Slope(w.detach()) * w).sum().backward();   // whose slope is that of the bowl
            optimizer.step();
            path[t] = w.detach().clone();
        }

        return path;
    }

    private static Suspect[] Slips(Bowl bowl, int t)
    {
        Suspect Of(AdamAnswer slip, string cause) => new(Path(slip, bowl)[t - 1], cause);
        return
        [
            new(Bowl.Start(), "The weights have not moved: change `w` in place, `w.sub_(…)`; `w = w - …` only renames a new tensor."),
            Of(Move(weight1: _ => 1, weight2: _ => 1), "m and v start at 0 and are too small at first: divide them by 1 − 0.9ᵗ and 1 − 0.999ᵗ."),
            Of(Move(weight1: _ => 1), "m starts at 0 and is too small at first: divide it by 1 − 0.9ᵗ."),
            Of(Move(weight2: _ => 1), "v starts at 0 and is too small at first: divide it by 1 − 0.999ᵗ."),
            Of(Move(sign: -1), "The step goes uphill: subtract it."),
            Of(Move(weight1: _ => 1 - Beta1, weight2: _ => 1 - Beta2), "The divisors change with the step: 1 − 0.9ᵗ, not 1 − 0.9."),
            Of(Move(share1: 1), "The new slope counts a tenth in m: `add_(0.1 * g)`."),
            Of(Move(share2: 1), "The new squared slope counts a thousandth in v: `add_(0.001 * g * g)`."),
            Of(Move(keep1: 1), "m keeps nine tenths of itself: `mul_(0.9)`."),
            Of(Move(keep2: 1), "v keeps 0.999 of itself: `mul_(0.999)`."),
            Of(Move(keep1: 0), "m forgets all that was before: `m.mul_(0.9)` keeps nine tenths."),
            Of(Move(epsilon: 0), "Without ε a slope of 0 gives 0/0: add 1e-8 to the root."),
            Of(Move(isInside: true), "ε belongs outside the root: √v + ε."),
            Of(Move(isRoot: false), "The root is missing: divide by √v."),
            Of(Move(isSquare: false), "v is the mean of the *squared* slopes: g·g."),
            Of((w, g, m, v, step, lr) => Move()(w, g, m, v, step, 1), "The rate `lr` is missing."),
        ];
    }

    // Adam, or Adam with a slip.
    private static AdamAnswer Move(
        Func<int, double>? weight1 = null, Func<int, double>? weight2 = null, double sign = 1, double keep1 = Beta1, double keep2 = Beta2,
        double share1 = 1 - Beta1, double share2 = 1 - Beta2, double epsilon = Epsilon, bool isInside = false, bool isRoot = true, bool isSquare = true) =>
        (w, g, m, v, t, lr) =>
        {
            m.mul_(keep1).add_(share1 * g);
            v.mul_(keep2).add_(isSquare ? share2 * g * g : share2 * g);
            var (mHat, vHat) = (m / (weight1 ?? (step => 1 - Math.Pow(Beta1, step)))(t), v / (weight2 ?? (step => 1 - Math.Pow(Beta2, step)))(t));
            var divisor = !isRoot ? vHat + epsilon : isInside ? (vHat + epsilon).sqrt() : vHat.sqrt() + epsilon;
            w.sub_(sign * lr * mHat / divisor);
        };

    /// <summary>Slopes of a bowl that is steeper along some weights than along others.</summary>
    private sealed record Bowl(double Rate, double Depth = 1)
    {
        private static Tensor Steepness => arange(6, ScalarType.Float32).reshape(2, 3);

        public static Tensor Start() => arange(6, ScalarType.Float32).sub(2.5).reshape(2, 3);

        public Tensor Slope(Tensor w) => Depth == 1 ? w * (Steepness + 1) : w * Steepness * Depth;
    }
}
