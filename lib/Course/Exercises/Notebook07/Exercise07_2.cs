using TorchSharp;
using static TorchSharp.torch;

namespace Course;

/// <summary>A start that carries a signal through ten ReLU layers.</summary>
internal sealed class Exercise07_2 : Exercise<Action<Tensor>>
{
    private const double Low = 0.5;
    private const double High = 2;

    public override string Title => "a start that survives ten layers";

    public override IReadOnlyList<string> Hints =>
    [
        "A layer multiplies the mean square by n · s², and ReLU halves it. What has s to be, so that the two cancel?",
        "n · s² · ½ = 1, so s² = 2/n. That is the square of the deviation. n is how many inputs a neuron has: the length of a row of `w`, `w.shape[1]`.",
        "`w.normal_(0, Math.Sqrt(2.0 / w.shape[1]));` fills w in place.",
    ];

    public override IReadOnlyList<int> Changes => [0];

    protected override void Examine(Action<Tensor> start, Exam exam)
    {
        using var random = get_rng_state();   // the learner's random numbers go on as if nothing had been
        try
        {
            using var scope = NewDisposeScope();
            manual_seed(7);
            exam.That("a layer of (50, 400) zeros, filled", () => Filled(start), layer => layer.Cause is null, "weights that differ, around 0", layer => layer.Cause);
            Survives("ten layers of 256 neurons", [.. Enumerable.Repeat(256, 11)], ScalarType.Float32);
            Survives("ten layers of 50 and 400 neurons by turns", [.. Enumerable.Range(0, 11).Select(k => k % 2 == 0 ? 400 : 50)], ScalarType.Float64);
        }
        finally
        {
            set_rng_state(random);
        }

        void Survives(string name, int[] sizes, ScalarType type) => exam.That(
            $"{name}: deviation of z in each layer, divided by that in layer 1",
            () => Ratios(start, sizes, type),
            ratios => Array.TrueForAll(ratios, ratio => ratio is >= Low and <= High),
            $"each between {Numbers.Text(Low)} and {Numbers.Text(High)}",
            _ => Cause(start));
    }

    private static double[] Ratios(Action<Tensor> start, int[] sizes, ScalarType type)
    {
        const int networks = 6;   // one alone may be half as loud again, by chance
        var logs = new double[sizes.Length - 1];
        for (var n = 0; n < networks; n++)
        {
            var a = randn(200, sizes[0], type);
            for (var k = 0; k < logs.Length; k++)
            {
                var w = zeros(sizes[k + 1], sizes[k], type);
                start(w);
                var z = a.matmul(w.t());
                logs[k] += Math.Log(Deviation(z)) / networks;
                a = z.relu();
            }
        }

        return [.. logs.Select(log => Math.Exp(log - logs[0]))];
    }

    private static Layer Filled(Action<Tensor> start)
    {
        var w = zeros(50, 400);
        start(w);
        var (mean, deviation) = (w.mean().ToDouble(), Deviation(w));
        var cause = deviation == 0 ? "Fill `w` in place, with numbers that differ: `w.normal_(0, …)`; `w = …` only renames a new tensor."
            : Math.Abs(mean) > 0.1 * deviation ? "The weights have to lie around 0, as many below as above."
            : null;
        return new(FormattableString.Invariant($"mean {mean:0.####}, deviation {deviation:0.####}"), cause);
    }

    private static string? Cause(Action<Tensor> start)
    {
        const int inputs = 400, outputs = 50;
        var w = zeros(outputs, inputs);
        start(w);
        var deviation = Deviation(w);
        return Is(Math.Sqrt(1.0 / inputs)) ? "These weights have the deviation √(1/n). ReLU takes half of the mean square at every layer; make up for it."
            : Is(2.0 / inputs) ? "2/n is the square of the deviation: take the root."
            : Is(Math.Sqrt(2.0 / outputs)) ? "You counted the neurons of the layer. n is how many inputs each of them has: `w.shape[1]`."
            : Is(Math.Sqrt(2.0 / (inputs + outputs))) ? "That is Xavier's start, which knows nothing of ReLU."
            : Is(Math.Sqrt(2.0 / (3 * inputs))) ? "A uniform draw between −b and b has the deviation b/√3: widen it by √3."
            : null;

        bool Is(double wanted) => Math.Abs((deviation / wanted) - 1) < 0.03;
    }

    private static double Deviation(Tensor t) => t.std().ToDouble();

    private sealed record Layer(string Text, string? Cause)
    {
        public override string ToString() => Text;
    }
}
