using TorchSharp;
using static System.FormattableString;
using static TorchSharp.torch;

namespace Course;

/// <summary>The slopes of a whole batch, gathered in pieces.</summary>
internal sealed class Exercise12_2 : Exercise<Action<nn.Module<Tensor, Tensor>, Tensor, Tensor, int>>
{
    private const double Near = 1e-6;

    public override string Title => "a batch in pieces";

    public override IReadOnlyList<string> Hints =>
    [
        "Slopes to zero once, before the first piece. Then for each piece: score, loss, `backward`. No step.",
        "The loss of a piece is a mean over its own images. Its share in the whole is `(double)imagesInPiece / x.shape[0]`; the last piece may be smaller. `x[from..to]` cuts out rows.",
        "`net.zero_grad(); int n = (int)x.shape[0]; for (int from = 0; from < n; from += most) { int to = Math.Min(from + most, n); var loss = functional.cross_entropy(net.call(x[from..to]), y[from..to]); (loss * ((double)(to - from) / n)).backward(); }`",
    ];

    protected override void Examine(Action<nn.Module<Tensor, Tensor>, Tensor, Tensor, int> accumulate, Exam exam)
    {
        using var random = get_rng_state();   // the learner's random numbers go on as if nothing had been
        try
        {
            using var scope = NewDisposeScope();
            manual_seed(12);
            foreach (var (images, most) in (ReadOnlySpan<(int, int)>)[(64, 16), (50, 16), (7, 3), (5, 10), (33, 1)])
            {
                Try(accumulate, exam, images, most);
            }
        }
        finally
        {
            set_rng_state(random);
        }
    }

    private static void Try(Action<nn.Module<Tensor, Tensor>, Tensor, Tensor, int> accumulate, Exam exam, int images, int most)
    {
        using var net = new Counting();
        var (x, y) = (randn([images, 12], ScalarType.Float64), randint(0, 4, images));
        Backward(net, x, y);
        var wanted = Slopes(net);
        var suspects = Slips(net, x, y, most, wanted);

        // What an earlier batch has left behind.
        net.zero_grad();
        Backward(net, randn([9, 12], ScalarType.Float64), randint(0, 4, 9));
        var old = Slopes(net);
        var before = Weights(net);
        (net.Largest, net.HasSeenNothing) = (0, false);

        var name = Invariant($"{images} images, at most {most} at once");
        var came = new Lazy<double[]>(() =>
        {
            accumulate(net, x, y, most);
            return Slopes(net);
        });
        exam.That(name + ": the most in one go", () => came.Value is null ? 0 : net.Largest, largest => largest >= 1 && largest <= most, Invariant($"1 to {most}"), largest =>
            largest == 0 ? "The network was never called: score each piece with `net.call`." : "Cut the batch into pieces: `x[from..to]`.");
        exam.That(name + ": empty pieces", () => net.HasSeenNothing, hasEmpty => !hasEmpty, "none", _ => "The network was given a piece without images: the loop goes one piece too far.");
        exam.Relative(
            name + ": the slopes",
            () => came.Value,
            wanted,
            Near,
            [new(old, "The slopes are those of an earlier batch: call `backward` for each piece."), new(Plus(wanted, old), "Slopes of an earlier batch are still in it: set them to zero first."), .. suspects]);
        exam.That(name + ": the weights", () => Weights(net).AsSpan().SequenceEqual(before), isSame => isSame, "as before", _ => "Only the slopes are wanted: no optimiser, no step.");
    }

    private static Suspect[] Slips(Counting net, Tensor x, Tensor y, int most, double[] wanted)
    {
        var n = (int)x.shape[0];
        var pieces = Enumerable.Range(0, (n + most - 1) / most).Select(i => (From: i * most, To: Math.Min((i + 1) * most, n))).ToArray();
        var each = pieces.Select(piece =>
        {
            net.zero_grad();
            Backward(net, x[piece.From..piece.To], y[piece.From..piece.To]);
            return Slopes(net);
        }).ToArray();
        double[] Sum(Func<int, double> share) => each.Select((slopes, i) => Times(slopes, share(i))).Aggregate(Plus);
        double Part(int i) => (double)(pieces[i].To - pieces[i].From) / n;
        var last = pieces.Length - 1;
        return
        [
            new(Sum(_ => 1), "These are the slopes of the pieces, added up. Each piece's loss is a mean over few images: multiply it by its share of the batch."),
            new(Sum(_ => 1.0 / pieces.Length), "Each piece counts alike, but the last one has fewer images: its share is its images divided by all."),
            new(Sum(_ => (double)most / n), "The last piece has fewer images than the others: its share is smaller."),
            new(each[last], "Only the last piece is left: set the slopes to zero before the first piece, not before each."),
            new(Times(each[last], Part(last)), "Only the last piece is left: set the slopes to zero before the first piece, not before each."),
            new(Sum(i => i == last ? 0 : Part(i)), "The last piece is missing: the batch does not always divide evenly."),
            new(Sum(i => i == 0 ? 0 : Part(i)), "The first piece is missing."),
            new(Times(wanted, n), "The losses are sums over the images: `cross_entropy` gives a mean; divide by the images of the whole batch."),
            new(Times(wanted, -1), "The slopes have the wrong sign."),
            new(new double[wanted.Length], "All slopes are 0: does a share divide whole numbers, such as 16 / 64? Make one of them a double."),
        ];
    }

    private static void Backward(nn.Module<Tensor, Tensor> net, Tensor x, Tensor y) => nn.functional.cross_entropy(net.call(x), y).backward();

    private static double[] Slopes(nn.Module net) => [.. net.parameters().SelectMany(p => p.grad is { } slope ? slope.data<double>().ToArray() : new double[p.numel()])];

    private static double[] Weights(nn.Module net) => [.. net.parameters().SelectMany(p => p.detach().data<double>().ToArray())];

    private static double[] Plus(double[] a, double[] b) => [.. a.Zip(b, (p, q) => p + q)];

    private static double[] Times(double[] a, double factor) => [.. a.Select(value => value * factor)];

    /// <summary>A small network in double precision that remembers how many rows it was given at most.</summary>
    private sealed class Counting : nn.Module<Tensor, Tensor>
    {
        private readonly nn.Module<Tensor, Tensor> _inner = nn.Sequential(nn.Linear(12, 8, dtype: ScalarType.Float64), nn.Tanh(), nn.Linear(8, 4, dtype: ScalarType.Float64));

        public Counting()
            : base("net") => RegisterComponents();

        public long Largest { get; set; }

        public bool HasSeenNothing { get; set; }

        public override Tensor forward(Tensor input)
        {
            Largest = Math.Max(Largest, input.shape[0]);
            HasSeenNothing |= input.shape[0] == 0;
            return _inner.call(input);
        }
    }
}
