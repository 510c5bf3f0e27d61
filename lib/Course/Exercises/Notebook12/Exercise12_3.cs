using TorchSharp;
using TorchSharp.Modules;
using static System.FormattableString;
using static TorchSharp.torch;

namespace Course;

/// <summary>Slopes averaged over workers, so that all take the step of one.</summary>
internal sealed class Exercise12_3 : Exercise<Action<nn.Module<Tensor, Tensor>[], int[]>>
{
    private const int Steps = 50;
    private const int Inputs = 20;
    private const int Classes = 5;
    private const double Near = 1e-4;
    private const double NearSlopes = 1e-9;

    public override string Title => "several workers, one step";

    public override IReadOnlyList<string> Hints =>
    [
        "For each table of weights: add up the slopes of all workers, each times its share of the images, and give every worker the result.",
        "`var parts = nets.Select(net => net.parameters().ToArray()).ToArray();` gives `parts[k][j]`, table j of worker k. First make the mean as a new tensor, then copy it into each `grad` with `copy_`: who writes too early spoils what the others still have to read.",
        "`double all = images.Sum(); for (int j = 0; j < parts[0].Length; j++) { Tensor mean = zeros_like(parts[0][j]); for (int k = 0; k < nets.Length; k++) mean = mean + parts[k][j].grad * (images[k] / all); foreach (var own in parts) own[j].grad.copy_(mean); }` inside `using var quiet = no_grad();`",
    ];

    protected override void Examine(Action<nn.Module<Tensor, Tensor>[], int[]> average, Exam exam)
    {
        using var random = get_rng_state();   // the learner's random numbers go on as if nothing had been
        try
        {
            using var scope = NewDisposeScope();
            foreach (var images in (int[][])[[32, 32], [40, 24], [16, 16, 16, 16], [30, 3, 20, 11], [64]])
            {
                OneCall(average, exam, images);
                AllSteps(average, exam, images);
            }
        }
        finally
        {
            set_rng_state(random);
        }
    }

    private static string Name(int[] images) => images.Length == 1
        ? Invariant($"1 worker with {images[0]} images")
        : Invariant($"{images.Length} workers with {string.Join(", ", images)} images");

    private static void OneCall(Action<nn.Module<Tensor, Tensor>[], int[]> average, Exam exam, int[] images)
    {
        var (x, y) = Batch(images.Sum());
        var one = Net();
        Backward(one, x, y);
        var nets = images.Select(_ => Net()).ToArray();
        Parts(nets, images, x, y);
        var (own, whole) = (nets.Select(Slopes).ToArray(), Slopes(one));
        var before = nets.Select(Weights).ToArray();
        double[] wanted = [.. nets.SelectMany(_ => whole)];
        exam.Absolute(
            $"{Name(images)}: the slopes of all, one worker after the other",
            () =>
            {
                average([.. nets], [.. images]);
                return (double[])[.. nets.SelectMany(Slopes)];
            },
            wanted,
            NearSlopes,
            Slips(own, images, whole));
        exam.That(
            $"{Name(images)}: the weights",
            () => nets.Zip(before).All(pair => Weights(pair.First).AsSpan().SequenceEqual(pair.Second)),
            isSame => isSame,
            "as before",
            _ => "Average the slopes (`grad`), not the weights; the optimisers take the step afterwards.");
    }

    private static Suspect[] Slips(double[][] own, int[] images, double[] whole)
    {
        double all = images.Sum();
        double[] Mean(Func<int, double> share) => [.. Enumerable.Range(0, whole.Length).Select(i => own.Select((slopes, k) => slopes[i] * share(k)).Sum())];
        double[] Everywhere(double[] slopes) => [.. own.SelectMany(_ => slopes)];
        return
        [
            new((double[])[.. own.SelectMany(slopes => slopes)], "Nothing has changed: write into each `grad` in place, with `copy_`."),
            new(Everywhere(Mean(_ => 1)), "That is the sum over the workers; the step of one worker needs the mean."),
            new(Everywhere(Mean(_ => 1.0 / own.Length)), "Each worker counts alike, but they had different numbers of images: weight each by its share."),
            new(Everywhere(Mean(k => images[k])), "Divide by the number of all images."),
            new(Everywhere(new double[whole.Length]), "All slopes are 0: does a share divide whole numbers, such as 32 / 64? Make one of them a double."),
            new(Everywhere(own[0]), "Every worker has the slopes of the first."),
            new((double[])[.. whole, .. own[1..].SelectMany(slopes => slopes)], "Only the first worker has the mean: each needs it."),
            new((double[])[.. own.SelectMany((slopes, k) => slopes.Select(slope => slope * images[k] / all))], "The shares are right, but nothing was added up."),
        ];
    }

    private static void AllSteps(Action<nn.Module<Tensor, Tensor>[], int[]> average, Exam exam, int[] images) => exam.Absolute(
        $"{Name(images)}: the weights of all after {Steps} steps",
        () =>
        {
            var nets = images.Select(_ => Net()).ToArray();
            Train(nets, images, average);
            return (double[])[.. nets.SelectMany(Weights)];
        },
        Alone(images),
        Near);

    private static double[] Alone(int[] images)
    {
        var one = Net();
        Train([one], [images.Sum()], (_, _) => { });
        var weights = Weights(one);
        return [.. images.SelectMany(_ => weights)];
    }

    private static void Train(Sequential[] nets, int[] images, Action<nn.Module<Tensor, Tensor>[], int[]> average)
    {
        var optimizers = nets.Select(net => optim.SGD(net.parameters(), 0.05, momentum: 0.9)).ToArray();
        manual_seed(3);
        for (var step = 0; step < Steps; step++)
        {
            using var scope = NewDisposeScope();
            var (x, y) = Batch(images.Sum());
            foreach (var net in nets)
            {
                net.zero_grad();
            }

            Parts(nets, images, x, y);
            average([.. nets], [.. images]);
            foreach (var optimizer in optimizers)
            {
                optimizer.step();
            }
        }
    }

    // Each its own rows of the batch.
    private static void Parts(Sequential[] nets, int[] images, Tensor x, Tensor y)
    {
        var from = 0;
        foreach (var (net, count) in nets.Zip(images))
        {
            Backward(net, x[from..(from + count)], y[from..(from + count)]);
            from += count;
        }
    }

    private static Sequential Net()
    {
        manual_seed(12);
        return nn.Sequential(nn.Linear(Inputs, 16, dtype: ScalarType.Float64), nn.Tanh(), nn.Linear(16, Classes, dtype: ScalarType.Float64));
    }

    private static (Tensor X, Tensor Y) Batch(int images) => (randn([images, Inputs], ScalarType.Float64), randint(0, Classes, images));

    private static void Backward(Sequential net, Tensor x, Tensor y) => nn.functional.cross_entropy(net.call(x), y).backward();

    private static double[] Slopes(Sequential net) => [.. net.parameters().SelectMany(p => p.grad is { } slope ? slope.data<double>().ToArray() : new double[p.numel()])];

    private static double[] Weights(Sequential net) => [.. net.parameters().SelectMany(p => p.detach().data<double>().ToArray())];
}
