using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Course;

/// <summary>A network that begins with the loss of a fair guess, and whose slopes reach every layer.</summary>
/// <remarks>The answer changes the network in place.</remarks>
internal sealed class Exercise07_3 : Exercise<Action<Sequential>>
{
    private const double Near = 0.1;

    // A tenth of the last layer's weights sends back about a tenth of the slopes; a thousandth is next to nothing.
    private const double LeastShare = 1e-3;

    public override string Title => "a first loss of ln 10";

    public override IReadOnlyList<string> Hints =>
    [
        "The loss is ln 10 when all scores are nearly alike. Which layer makes the scores?",
        "Shrink the weights of the last layer and leave the others: their slopes pass through it, so do not make it 0. A weight is a parameter with two axes.",
        "`using var quiet = no_grad(); Tensor last = net.parameters().Last(p => p.dim() == 2); last.mul_(0.1);`",
    ];

    protected override void Examine(Action<Sequential> calm, Exam exam)
    {
        using var random = get_rng_state();   // the learner's random numbers go on as if nothing had been
        try
        {
            using var scope = NewDisposeScope();
            manual_seed(7);
            Try([784, .. Enumerable.Repeat(100, 9), 10], () => nn.ReLU());
            Try([30, 64, 64, 26], () => nn.Tanh());
            Try([8, 40, 3], () => nn.ReLU());
        }
        finally
        {
            set_rng_state(random);
        }

        void Try(int[] sizes, Func<nn.Module<Tensor, Tensor>> bend)
        {
            using var patient = Patient.Of(sizes, [.. Enumerable.Range(0, sizes.Length - 2).Select(_ => bend())]);
            Ask(exam, calm, patient, $"{sizes[0]}-{(sizes.Length > 5 ? "…" : string.Join("-", sizes[1..^1]))}-{sizes[^1]}");
        }
    }

    private static void Ask(Exam exam, Action<Sequential> calm, Patient patient, string name)
    {
        var loss = new Lazy<double>(() =>
        {
            calm(patient.Net);
            return patient.Loss();
        });
        var fair = Math.Log(patient.Classes);
        exam.That(
            $"{name}: the first loss",
            () => loss.Value,
            value => Math.Abs(value - fair) <= Near,
            $"{Numbers.Text(fair, 4)} ± {Numbers.Text(Near)}, which is ln {patient.Classes}",
            value => Math.Abs(value - patient.FirstLoss) < 1e-6 ? "The loss is what it was: change the weights in place, under `no_grad`." : "The scores are not alike enough: which layer makes them, and how large are its weights?");
        exam.That(
            $"{name}: hidden layers that were changed", patient.ChangedHiddenLayers, changed => changed == 0, "0: only the last layer makes the scores", _ => "Leave the layers before the last as they are: they carry the signal.");
        exam.That(
            $"{name}: the smallest slope of a layer, as a share of what it was before",
            patient.LeastShareOfSlopes,
            share => share >= LeastShare,
            $"at least {Numbers.Text(LeastShare)}",
            share => share == 0 ? "Slopes pass through the last layer's weights on their way to the front. With 0 there, nothing arrives." : "Hardly any slope passes through the last layer: its weights are too small.");
    }

    /// <summary>A network with He's start, a batch, and what they were before the answer.</summary>
    private sealed class Patient : IDisposable
    {
        private readonly Tensor _x;
        private readonly Tensor _y;
        private readonly Tensor[] _before;
        private readonly double[] _slopesBefore;

        private Patient(Sequential net, Tensor x, Tensor y, int classes)
        {
            (Net, _x, _y, Classes) = (net, x, y, classes);
            _before = [.. Weights.Select(w => w.detach().clone())];
            FirstLoss = Loss();
            _slopesBefore = Slopes();
        }

        public Sequential Net { get; }

        public int Classes { get; }

        public double FirstLoss { get; }

        private IEnumerable<Parameter> Weights => Net.parameters().Where(p => p.dim() == 2);

        public static Patient Of(int[] sizes, nn.Module<Tensor, Tensor>[] bends)
        {
            var layers = sizes.Zip(sizes[1..], (n, m) => (nn.Module<Tensor, Tensor>)nn.Linear(n, m)).ToArray();
            foreach (var weight in layers.SelectMany(layer => layer.parameters()).Where(p => p.dim() == 2))
            {
                nn.init.kaiming_normal_(weight);
            }

            var parts = layers[..^1].Zip(bends).SelectMany(pair => new[] { pair.First, pair.Second }).Append(layers[^1]);
            var (x, y) = (randn(256, sizes[0]), randint(0, sizes[^1], 256));
            return new Patient(nn.Sequential(parts.ToArray()), x, y, sizes[^1]);
        }

        public double Loss()
        {
            using var quiet = no_grad();
            return nn.functional.cross_entropy(Net.call(_x), _y).ToDouble();
        }

        public int ChangedHiddenLayers() => Weights.Zip(_before).SkipLast(1).Count(pair => !pair.First.data<float>().SequenceEqual(pair.Second.data<float>()));

        public double LeastShareOfSlopes() => Slopes().Zip(_slopesBefore, (after, before) => after / before).Min();

        public void Dispose() => Net.Dispose();

        private double[] Slopes()
        {
            Net.zero_grad();
            nn.functional.cross_entropy(Net.call(_x), _y).backward();
            return [.. Weights.Select(w => w.grad!.abs().mean().ToDouble())];
        }
    }
}
