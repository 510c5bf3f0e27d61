using TorchSharp;
using static TorchSharp.torch;

namespace Course;

/// <summary>One step of Adam on tensors, in place.</summary>
/// <remarks>The answer changes its weights, first and second moments.</remarks>
internal sealed class Exercise08_1 : Exercise<Action<Tensor, Tensor, Tensor, Tensor, int, double>>
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

    protected override void Examine(Action<Tensor, Tensor, Tensor, Tensor, int, double> adam, Exam exam)
    {
        using var scope = NewDisposeScope();
        foreach (var lr in (ReadOnlySpan<double>)[0.001, 0.1])
        {
            var wanted = Library(lr);
            var came = new Lazy<Tensor[]>(() => Path(adam, lr));
            for (var t = 1; t <= Steps; t++)
            {
                var step = t;
                exam.Absolute($"the weights after step {t} at a rate of {Course.Numbers.Text(lr)}", () => came.Value[step - 1], wanted[step - 1], Near, Slips(lr, step));
            }
        }
    }

    private static Tensor Start() => arange(6, ScalarType.Float32).sub(2.5).reshape(2, 3);

    // Slopes of a bowl that is steeper along some weights than along others.
    private static Tensor Slope(Tensor w) => w * arange(1, 7, ScalarType.Float32).reshape(2, 3);

    private static Tensor[] Path(Action<Tensor, Tensor, Tensor, Tensor, int, double> adam, double lr)
    {
        Tensor w = Start(), m = zeros(2, 3), v = zeros(2, 3);
        return [.. Enumerable.Range(1, Steps).Select(t =>
        {
            adam(w, Slope(w), m, v, t, lr);
            return w.clone();
        })];
    }

    private static Tensor[] Library(double lr)
    {
        using var w = new TorchSharp.Modules.Parameter(Start());
        using var optimizer = optim.Adam([w], lr);
        var path = new Tensor[Steps];
        for (var t = 0; t < Steps; t++)
        {
            optimizer.zero_grad();
            (Slope(w.detach()) * w).sum().backward();   // whose slope is that of the bowl
            optimizer.step();
            path[t] = w.detach().clone();
        }

        return path;
    }

    private static Suspect[] Slips(double lr, int t) =>
    [
        new(Start(), "The weights have not moved: change `w` in place, `w.sub_(…)`; `w = w - …` only renames a new tensor."),
        new(Path((w, g, m, v, _, rate) => Move(w, g, m, v, rate, 1, 1), lr)[t - 1], "m and v start at 0 and are too small at first: divide them by 1 − 0.9ᵗ and 1 − 0.999ᵗ."),
        new(Path((w, g, m, v, step, rate) => Move(w, -g, m, v, rate, 1 - Math.Pow(Beta1, step), 1 - Math.Pow(Beta2, step)), lr)[t - 1], "The step goes uphill: subtract it."),
        new(Path((w, g, m, v, _, rate) => Move(w, g, m, v, rate, 1 - Beta1, 1 - Beta2), lr)[t - 1], "The divisors change with the step: 1 − 0.9ᵗ, not 1 − 0.9."),
    ];

    private static void Move(Tensor w, Tensor g, Tensor m, Tensor v, double lr, double weight1, double weight2)
    {
        m.mul_(Beta1).add_((1 - Beta1) * g);
        v.mul_(Beta2).add_((1 - Beta2) * g * g);
        w.sub_(lr * (m / weight1) / ((v / weight2).sqrt() + Epsilon));
    }
}
