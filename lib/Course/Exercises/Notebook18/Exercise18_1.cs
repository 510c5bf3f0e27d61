using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Course;

using PrunedStepAnswer = Func<Sequential, Tensor[], optim.Optimizer, Tensor, Tensor, double>;

/// <summary>A training step after which pruned weights are still zero, whatever the optimiser remembers.</summary>
internal sealed class Exercise18_1 : Exercise<PrunedStepAnswer>
{
    private const double Near = 1e-6;

    private static readonly (string Name, Func<IEnumerable<Parameter>, optim.Optimizer> Make)[] Optimisers =
    [
        ("plain descent", p => optim.SGD(p, 0.1)),
        ("momentum that remembers slopes from before the pruning", p => optim.SGD(p, 0.1, momentum: 0.9)),
        ("Adam that remembers slopes from before the pruning", p => optim.Adam(p, lr: 0.01)),
    ];

    private static readonly int[][] Networks = [[5, 4, 3], [7, 2], [6, 5, 4, 3]];

    public override string Title => "the mask survives training";

    // The network, and the optimiser's memory.
    public override IReadOnlyList<int> Changes => [0, 2];

    public override IReadOnlyList<string> Hints =>
    [
        "First an ordinary step, as in notebook 08. Then the optimiser has moved weights that should be 0: put them back.",
        "A parameter times its mask: `w.mul_(mask)` in place, without history (`using var quiet = no_grad();`). `net.parameters()` and `masks` have the same order: `Zip` pairs them.",
        "`loss.backward(); optimizer.step(); using var quiet = no_grad(); foreach (var (w, mask) in net.parameters().Zip(masks)) w.mul_(mask); return loss.item<float>();`, with `zero_grad` before `backward`.",
    ];

    protected override void Examine(PrunedStepAnswer step, Exam exam)
    {
        using var random = get_rng_state();   // the learner's random numbers go on as if nothing had been
        try
        {
            using var scope = NewDisposeScope();
            foreach (var (name, make) in Optimisers)
            {
                foreach (var sizes in Networks)
                {
                    Ask(exam, step, name, make, sizes);
                }
            }
        }
        finally
        {
            set_rng_state(random);
        }
    }

    private static void Ask(Exam exam, PrunedStepAnswer step, string optimiser, Func<IEnumerable<Parameter>, optim.Optimizer> make, int[] sizes)
    {
        var (yours, ours) = (Case.Of(make, sizes), Case.Of(make, sizes));
        var name = $"{string.Join("-", sizes)}, {optimiser}";
        var before = ours.Net.parameters().Select(p => p.detach().clone()).ToArray();
        for (var i = 1; i <= 3; i++)
        {
            var wanted = ours.Step();
            exam.Absolute($"{name}, step {i}: the loss before it", () => step(yours.Net, yours.Masks, yours.Optimizer, yours.X, yours.Y), wanted, 1e-5, LossSlips(ours));
            exam.That(
                $"{name}, step {i}: the weights after it",
                () => new After(yours.Net, ours, before),
                after => after.Miss < Near,
                "0 where the mask is 0, and elsewhere what the optimiser makes of it",
                after => after.Cause);
        }
    }

    private static Suspect[] LossSlips(Case ours) => [new((double)ours.Loss().item<float>(), "That is the loss after the step: compute it first, and return it.")];

    /// <summary>A network, pruned in the middle of a run: its optimiser still carries what it has learnt.</summary>
    private sealed record Case(Sequential Net, Tensor[] Masks, optim.Optimizer Optimizer, Tensor X, Tensor Y)
    {
        private const int StepsBefore = 3;

        public static Case Of(Func<IEnumerable<Parameter>, optim.Optimizer> make, int[] sizes)
        {
            manual_seed(18);
            var layers = sizes.Zip(sizes[1..], (n, m) => new nn.Module<Tensor, Tensor>[] { nn.Linear(n, m), nn.ReLU() }).SelectMany(pair => pair);
            var net = nn.Sequential(layers.SkipLast(1).ToArray());
            var (x, y) = (randn(8, sizes[0]), randint(0, sizes[^1], 8));
            var masks = net.parameters().Select(p => p.dim() == 2 ? (rand_like(p) < 0.5).to(ScalarType.Float32) : ones_like(p).detach()).ToArray();
            var result = new Case(net, masks, make(net.parameters()), x, y);
            for (var i = 0; i < StepsBefore; i++)
            {
                result.Plain();
            }

            result.Mask();
            return result;
        }

        public Tensor Loss() => nn.functional.cross_entropy(Net.call(X), Y);

        public double Step()
        {
            var loss = Plain();
            Mask();
            return loss;
        }

        private double Plain()
        {
            var loss = Loss();
            Optimizer.zero_grad();
            loss.backward();
            Optimizer.step();
            return loss.item<float>();
        }

        private void Mask()
        {
            using var quiet = no_grad();
            foreach (var (w, mask) in Net.parameters().Zip(Masks))
            {
                w.mul_(mask);
            }
        }
    }

    /// <summary>What is left of the learner's weights, beside ours.</summary>
    private sealed class After
    {
        private readonly string _text;

        public After(Sequential yours, Case ours, Tensor[] before)
        {
            var (w, masks) = (yours.parameters().Select(p => p.detach()).ToArray(), ours.Masks);
            var wanted = ours.Net.parameters().Select(p => p.detach()).ToArray();
            var revived = w.Zip(masks, (p, mask) => ((p != 0) & (mask == 0)).sum().item<long>()).Sum();
            Miss = w.Zip(wanted, (p, q) => (p - q).abs().max().ToDouble()).Max();
            var still = w.Zip(before, (p, q) => (p - q).abs().max().ToDouble()).Max() < 1e-9;
            var isBiases = w.Zip(wanted).All(pair => pair.First.dim() == 1 || (pair.First - pair.Second).abs().max().ToDouble() < Near);
            _text = $"{Numbers.Text(revived)} pruned weights are not 0, the largest difference is {Numbers.Text(Miss, 3)}";
            Cause = still ? "Nothing has moved: take the step, `optimizer.step()`."
                : revived > 0 ? "Pruned weights have come back to life. A mask on the slopes is not enough: the optimiser remembers earlier ones. Multiply the weights by their masks *after* the step."
                : isBiases ? "The biases are not right: each parameter has its own mask, in the order of `net.parameters()`; that of a bias is all ones."
                : "The pruned weights are 0, but the others are not where one ordinary step takes them: zero_grad, backward, step, once each, and then the masks.";
        }

        public double Miss { get; }

        public string Cause { get; }

        public override string ToString() => _text;
    }
}
