using TorchSharp;
using static TorchSharp.torch;

namespace Course;

/// <summary>A recipe that reaches an accuracy with few parameters in few epochs. The exam trains it.</summary>
internal sealed class Exercise08_4 : Exercise<Func<(nn.Module<Tensor, Tensor> Net, optim.Optimizer Optimizer, int Batch)>>
{
    private const long MostParameters = 102_000;
    private const int Pixels = 784;
    private const int Classes = 10;
    private const int Rows = 1000;

    // Of all pixels of the training digits, as in the notebook.
    private const double Mean = 0.1307;
    private const double Deviation = 0.3081;

    public override string Title => "a recipe of your own";

    public override IReadOnlyList<string> Hints =>
    [
        "Count first: 784 · h + h + 10 · h + 10 ≤ 102,000 leaves h = 128 in one hidden layer.",
        "Then the steps. With few of them (the fast tier), an optimiser that starts quickly wins, or a smaller batch, which makes more of them. With many, look at who ends best: not always who started best.",
        "`var net = Sequential(Linear(784, 128), ReLU(), Linear(128, 10)); return (net, optim.SGD(net.parameters(), 0.1), 64);` for 60,000 digits; for 6,000, `optim.SGD(net.parameters(), 0.05, momentum: 0.9)`.",
    ];

    // It trains for as long as a run of the learner's own does.
    public override TimeSpan Limit => Tier.Pick(TimeSpan.FromMinutes(3), TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(30));

    protected override void Examine(Func<(nn.Module<Tensor, Tensor> Net, optim.Optimizer Optimizer, int Batch)> recipe, Exam exam)
    {
        // Bars that were reached with room on five seeds; 6,000 images in two epochs cannot reach what 60,000 in five do.
        var (count, epochs, bar) = Tier.Pick((6_000, 2, 92.0), (60_000, 5, 97.5), (60_000, 5, 97.5));
        (nn.Module<Tensor, Tensor>? Net, optim.Optimizer? Optimizer, int Batch) made = default;
        exam.That(
            "a network and its optimiser",
            () => made = recipe(),
            it => it.Net is not null && it.Optimizer is not null,
            "a network and an optimiser",
            it => it.Net is null ? "The network is null." : "The optimiser is null.");
        var (net, optimizer, batch) = (made.Net!, made.Optimizer!, made.Batch);
        exam.That("a network that is new", () => recipe().Net, other => !ReferenceEquals(other, net), "a new one at each call", _ => "It is a network of the cells above, and may be trained already: make a new one in the function.");
        exam.That("its sizes", () => Misfit(net), misfit => misfit is null, $"{Pixels} pixels in, a score for each of {Classes} digits out", misfit => misfit);
        exam.That("what it makes of noise", () => Outputs(net), AreScores, "raw scores", _ => "The network ends in a softmax, and `cross_entropy` has its own: leave it out.");
        exam.That(
            "the number of parameters",
            () => net.parameters().Sum(p => p.numel()),
            parameters => parameters <= MostParameters,
            $"at most {Numbers.Text(MostParameters)}",
            _ => "Fewer neurons: each hidden one costs 784 weights and more.");
        exam.That("the batch size", () => batch, size => size is >= 1 and <= 1000, "1 to 1000", _ => "A batch is a number of images, from 1 to 1000.");
        exam.That(
            $"test accuracy after {epochs} epochs of {Numbers.Text(count)} digits (%)",
            () => Trained(net, optimizer, batch, count, epochs),
            accuracy => accuracy >= bar,
            $"at least {Numbers.Text(bar)}",
            accuracy => accuracy < 15 ? "Little more than guessing: does the optimiser have this network's parameters, and is the rate neither tiny nor huge?" : "It learns. More steps (a smaller batch), another rate, another optimiser?");
    }

    private static string? Misfit(nn.Module<Tensor, Tensor> net)
    {
        try
        {
            var scores = Outputs(net).shape[^1];
            return scores == Classes ? null : $"It gives {scores} scores for an image; {Classes} are wanted, one for each digit.";
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            return $"Its layers do not fit {Pixels} pixels, or each other: {e.Message}";
        }
    }

    private static Tensor Outputs(nn.Module<Tensor, Tensor> net)
    {
        using var quiet = no_grad();
        net.eval();
        return net.call(arange(2 * Pixels, ScalarType.Float32).mul(0.7).sin().reshape(2, Pixels).to(net.parameters().First().device)).cpu();
    }

    // Rows of a softmax are positive and add up to 1.
    private static bool AreScores(Tensor outputs) => (outputs.sum(-1) - 1).abs().max().item<float>() > 1e-4 || outputs.min().item<float>() < 0;

    private static double Trained(nn.Module<Tensor, Tensor> net, optim.Optimizer optimizer, int batch, int count, int epochs)
    {
        var digits = Data.Mnist();
        var device = net.parameters().First().device;
        using var outer = NewDisposeScope();
        var (x, y) = Tensors(digits.Train.Take(count), device);
        net.train();
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            foreach (var places in Batches.Of(count, batch, seed: 1, epoch))
            {
                using var scope = NewDisposeScope();
                var rows = tensor(places.Select(place => (long)place).ToArray(), device: device);
                optimizer.zero_grad();
                nn.functional.cross_entropy(net.call(x[rows]), y[rows]).backward();
                optimizer.step();
            }
        }

        net.eval();
        return 100.0 * Right(net, Tensors(digits.Test, device)) / digits.Test.Count;
    }

    private static long Right(nn.Module<Tensor, Tensor> net, (Tensor X, Tensor Y) test)
    {
        using var quiet = no_grad();
        return Enumerable.Range(0, (int)test.X.shape[0] / Rows).Sum(i =>
        {
            using var scope = NewDisposeScope();
            var rows = (i * Rows)..((i + 1) * Rows);
            return (net.call(test.X[rows]).argmax(1) == test.Y[rows]).sum().item<long>();
        });
    }

    private static (Tensor X, Tensor Y) Tensors(Digits digits, torch.Device device) =>
        (tensor(digits.ToFloats(), [digits.Count, Pixels], device: device).sub_(Mean).div_(Deviation),
         tensor(digits.Labels.Select(label => (long)label).ToArray(), device: device));
}
