using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Course;

/// <summary>An L1 penalty, and a λ that empties half of a network at next to no cost. The exam trains with it.</summary>
internal sealed class Exercise11_2 : Exercise<Func<Sequential, Tensor>>
{
    private const double Small = 1e-3;
    private const double LeastSmall = 50;
    private const double MostLost = 1;
    private const double Near = 1e-4;
    private const int Epochs = 30;

    // Of all pixels of the training digits, as in the notebook.
    private const double Mean = 0.1307;
    private const double Deviation = 0.3081;

    public override string Title => "half the weights for nothing";

    public override IReadOnlyList<string> Hints =>
    [
        "Σ|w| over the weights: parameters with two axes. Biases have one, and are not punished. What you return is added to the loss, so it has to be a tensor that has slopes.",
        "`w.abs().sum()` for one table; add those of all tables and multiply by λ. Where would λ lie? The slider's L1 twin had 0.001, which empties nearly all; 0.0001 empties too few.",
        "`return 0.0003 * stack(net.parameters().Where(p => p.dim() == 2).Select(w => w.abs().sum()).ToArray()).sum();`",
    ];

    // Two runs of a second or two on a free machine.
    public override TimeSpan Limit => TimeSpan.FromMinutes(2);

    protected override void Examine(Func<Sequential, Tensor> penalty, Exam exam)
    {
        using var random = get_rng_state();   // the learner's random numbers go on as if nothing had been
        try
        {
            using var scope = NewDisposeScope();
            manual_seed(11);
            var lambda = new Lazy<double>(() => LambdaOf(penalty));
            exam.That(
                "3-4-2 with weights of −1 and biases of 5: the penalty, as a multiple of Σ|w| = 20",
                () => lambda.Value,
                value => value > 0 && double.IsFinite(value),
                "a number above 0, which is your λ",
                value => value == 0 ? "A penalty of 0 changes nothing: is Σ|w| in it?" : value < 0 ? "It is negative, and a price is to be paid for negative weights as well: take `abs()`." : null);
            foreach (var sizes in (ReadOnlySpan<int[]>)[[3, 4, 2], [5, 2], [7, 6, 5, 4]])
            {
                Ask(exam, penalty, Network(sizes), lambda.Value, string.Join("-", sizes));
            }

            var runs = new Lazy<(double Small, double Lost)>(() => Compare(penalty));
            exam.That(
                $"784-128-10 after {Epochs} epochs of 1,000 digits with your penalty: weights below {Numbers.Text(Small)} (%)",
                () => runs.Value.Small,
                small => small >= LeastSmall,
                $"at least {Numbers.Text(LeastSmall)}",
                _ => $"Your λ is {Numbers.Text(lambda.Value)}: more of it.");
            exam.That(
                "and the accuracy on 5,000 other digits that it costs (percentage points)",
                () => runs.Value.Lost,
                lost => lost <= MostLost,
                $"at most {Numbers.Text(MostLost)}",
                _ => $"Your λ is {Numbers.Text(lambda.Value)}: less of it.");
        }
        finally
        {
            set_rng_state(random);
        }
    }

    private static void Ask(Exam exam, Func<Sequential, Tensor> penalty, Sequential net, double lambda, string name)
    {
        using var owned = net;
        var (weights, biases) = (Parameters(net, 2), Parameters(net, 1));
        var sum = weights.Sum(w => w.abs().sum().ToDouble());
        var all = sum + biases.Sum(b => b.abs().sum().ToDouble());
        var squares = weights.Sum(w => w.square().sum().ToDouble());
        exam.Relative(
            $"{name} with random numbers: the penalty at your λ",
            () => penalty(net).ToDouble(),
            lambda * sum,
            Near,
            new Suspect(lambda * 20 / 50 * all, "The biases are in it: only parameters with two axes are weights."),
            new Suspect(lambda * squares, "That is Σw², the penalty of L2: take `abs()`, not the square."),
            new Suspect(lambda * 20 / 2 * weights.Sum(w => w.abs().mean().ToDouble()), "That is the mean of |w| in each table; the sum is wanted."),
            new Suspect(lambda * weights[0].abs().sum().ToDouble() * 20 / 12, "Only the first layer's weights are in it."));
        exam.That(
            $"{name}: slopes of the penalty that are not λ or −λ (weights), or not 0 (biases)",
            () => WrongSlopes(penalty(net), net, lambda),
            wrong => wrong == 0,
            "none: sign(w) · λ for each weight, nothing for a bias",
            wrong => wrong < 0 ? "The penalty has no slopes: compute it with tensors from `net.parameters()`, not with plain numbers." : null);
    }

    private static int WrongSlopes(Tensor penalty, Sequential net, double lambda)
    {
        if (!penalty.requires_grad)
        {
            return -1;
        }

        net.zero_grad();
        penalty.sum().backward();
        return net.parameters().Sum(p => p.grad is null
            ? (p.dim() == 2 ? (int)p.numel() : 0)
            : (int)((p.grad - (p.dim() == 2 ? lambda : 0) * p.sign()).abs() > lambda * Near).sum().item<long>());
    }

    // 20 weights of −1, so that Σ|w| and Σw² are 20 and Σw is not, and 6 biases of 5, which would show.
    private static double LambdaOf(Func<Sequential, Tensor> penalty)
    {
        using var net = Network([3, 4, 2]);
        using (no_grad())
        {
            foreach (var p in net.parameters())
            {
                p.fill_(p.dim() == 2 ? -1 : 5);
            }
        }

        return penalty(net).ToDouble() / 20;
    }

    private static Sequential Network(int[] sizes)
    {
        var layers = sizes.Zip(sizes[1..], (n, m) => new nn.Module<Tensor, Tensor>[] { nn.Linear(n, m), nn.ReLU() }).SelectMany(pair => pair);
        return nn.Sequential(layers.SkipLast(1).ToArray());
    }

    private static Tensor[] Parameters(Sequential net, int axes) => [.. net.parameters().Where(p => p.dim() == axes).Select(p => p.detach())];

    private static (double Small, double Lost) Compare(Func<Sequential, Tensor> penalty)
    {
        var digits = Data.Mnist().Train.Take(6000);
        var (own, other) = (Tensors(digits.Take(1000)), Tensors(digits.At(Enumerable.Range(1000, 5000))));
        using var with = Trained(own, penalty);
        using var without = Trained(own, null);
        var small = Parameters(with, 2);
        return (100 * small.Sum(w => (w.abs() < Small).sum().ToDouble()) / small.Sum(w => w.numel()), Accuracy(without, other) - Accuracy(with, other));
    }

    private static Sequential Trained((Tensor X, Tensor Y) own, Func<Sequential, Tensor>? penalty)
    {
        manual_seed(11);
        var net = Network([784, 128, 10]);
        using var adam = optim.Adam(net.parameters(), lr: 0.001);
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            foreach (var batch in Batches.Of(1000, 64, seed: 11, epoch))
            {
                using var scope = NewDisposeScope();
                var rows = tensor(batch.Select(i => (long)i).ToArray());
                var loss = nn.functional.cross_entropy(net.call(own.X[rows]), own.Y[rows]);
                adam.zero_grad();
                (penalty is null ? loss : loss + penalty(net)).backward();
                adam.step();
            }
        }

        return net;
    }

    private static double Accuracy(Sequential net, (Tensor X, Tensor Y) part)
    {
        using var scope = NewDisposeScope();
        using var quiet = no_grad();
        return 100.0 * (net.call(part.X).argmax(1) == part.Y).sum().item<long>() / part.Y.shape[0];
    }

    private static (Tensor X, Tensor Y) Tensors(Digits digits) =>
        (tensor(digits.ToFloats(), [digits.Count, 784]).sub_(Mean).div_(Deviation), tensor(digits.Labels.Select(label => (long)label).ToArray()));
}
