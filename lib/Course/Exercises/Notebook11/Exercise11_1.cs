using TorchSharp;
using static TorchSharp.torch;

namespace Course;

/// <summary>Inverted dropout: what falls is drawn anew at each call, what stays is scaled up.</summary>
internal sealed class Exercise11_1 : Exercise<Func<Tensor, double, bool, Tensor>>
{
    private const int Passes = 1000;
    private const double NearMean = 0.02;
    private const int Many = 100_000;

    // Five deviations of a share that is counted over so many draws.
    private const double NearShare = 0.008;

    public override string Title => "your own dropout";

    public override IReadOnlyList<string> Hints =>
    [
        "Outside training nothing is to be done. In training, draw an even number from 0 to 1 for each activation: which of them fall if you compare it with p?",
        "`rand_like(a)` has one draw for each number of `a`. Compared with p it is a table of true and false; times `a`, true counts 1 and false 0. Only 1 − p of the sum is left: make up for it.",
        "`if (!training) return a;` and then `return a * (rand_like(a) >= p) / (1 - p);`",
    ];

    protected override void Examine(Func<Tensor, double, bool, Tensor> drop, Exam exam)
    {
        using var random = get_rng_state();   // the learner's random numbers go on as if nothing had been
        try
        {
            using var scope = NewDisposeScope();
            manual_seed(11);
            Evaluate(drop, exam);
            foreach (var (shape, type, p) in (ReadOnlySpan<(long[], ScalarType, double)>)[([1000], ScalarType.Float32, 0.5), ([40, 50], ScalarType.Float64, 0.2), ([3, 4, 100], ScalarType.Float32, 0.8)])
            {
                Train(drop, exam, Numbered(shape, type), p);
            }

            foreach (var p in (ReadOnlySpan<double>)[0.2, 0.5, 0.75])
            {
                Share(drop, exam, p);
            }

            Independence(drop, exam);
            Average(drop, exam);
            Slopes(drop, exam);
        }
        finally
        {
            set_rng_state(random);
        }
    }

    private static void Evaluate(Func<Tensor, double, bool, Tensor> drop, Exam exam)
    {
        foreach (var (shape, type, p) in (ReadOnlySpan<(long[], ScalarType, double)>)[([5], ScalarType.Float32, 0.5), ([3, 4], ScalarType.Float64, 0.25)])
        {
            var a = Numbered(shape, type);
            exam.That(
                $"outside training, p = {Numbers.Text(p)}, {Shape(a)}",
                () => drop(a, p, false),
                came => Same(came, a),
                "what went in, as it was",
                came => came is null ? "Return the numbers."
                    : !came.shape.AsSpan().SequenceEqual(a.shape) ? null
                    : (came == 0).any().item<bool>() ? "Outside training nothing falls: look at `training` first."
                    : Same(came, a * (1 - p)) ? "That is the other kind of dropout, which makes up for it outside training. Here what stays is scaled up *in* training, and outside nothing happens."
                    : "Outside training nothing is scaled: that is done in training, to what stays.");
            exam.Equal($"in training, p = 0, {Shape(a)}: nothing falls", () => drop(a, 0, true), a.clone());
        }
    }

    private static bool Same(Tensor? came, Tensor a) =>
        came is not null && came.dtype == a.dtype && came.shape.AsSpan().SequenceEqual(a.shape) && (came - a).abs().max().ToDouble() < 1e-6;

    // Each number is 0 or a / (1 − p): nothing between.
    private static void Train(Func<Tensor, double, bool, Tensor> drop, Exam exam, Tensor a, double p) => exam.That(
        $"in training, p = {Numbers.Text(p)}, {Shape(a)}",
        () => Drawn.Of(drop(a, p, true), a, p),
        drawn => drawn.Cause is null,
        $"{Shape(a)} of {a.dtype}, each number 0 or {Numbers.Text(1 / (1 - p))} times what it was",
        drawn => drawn.Cause);

    private static void Share(Func<Tensor, double, bool, Tensor> drop, Exam exam, double p) => exam.That(
        $"of {Numbers.Text(Many)} numbers, p = {Numbers.Text(p)}: the share that falls",
        () => (drop(ones(Many), p, true) == 0).to(ScalarType.Float64).mean().item<double>(),
        share => Math.Abs(share - p) < NearShare,
        $"{Numbers.Text(p)} ± {Numbers.Text(NearShare)}",
        share => Math.Abs(share - (1 - p)) < NearShare ? "The wrong side falls: p is the share that falls, 1 − p the share that stays." : "p is the share that falls. Compare an even draw from 0 to 1, `rand_like(a)`, with it.");

    private static void Independence(Func<Tensor, double, bool, Tensor> drop, Exam exam)
    {
        var a = ones(200, 200);
        exam.That(
            "two calls in training with the same (200, 200) numbers: do the same fall?",
            () => Alike(drop(a, 0.5, true) == 0, drop(a, 0.5, true) == 0),
            alike => alike < 0.6,
            "about half of the places alike, by chance",
            _ => "Draw anew at each call, and set no seed in the function.");
        exam.That(
            "(200, 200) numbers in training: do neighbours along either axis fall together?",
            () => Neighbours(drop(a, 0.5, true) == 0),
            alike => alike < 0.6,
            "about half of the neighbours alike, by chance",
            _ => "One draw for each number of `a`, not one for each row or column: `rand_like(a)`.");
    }

    private static void Average(Func<Tensor, double, bool, Tensor> drop, Exam exam)
    {
        foreach (var p in (ReadOnlySpan<double>)[0.3, 0.5])
        {
            var a = linspace(0.5, 2, 100);
            exam.That(
                $"the mean over {Numbers.Text(Passes)} passes in training at p = {Numbers.Text(p)}, divided by what comes out outside training",
                () => Ratio(drop, a, p),
                ratio => Math.Abs(ratio - 1) <= NearMean,
                $"1 ± {Numbers.Text(NearMean)}",
                ratio => Math.Abs(ratio - (1 - p)) < NearMean ? "What stays is to make up for what falls: divide by 1 − p." : null);
        }
    }

    private static double Ratio(Func<Tensor, double, bool, Tensor> drop, Tensor a, double p)
    {
        var sum = 0.0;
        for (var pass = 0; pass < Passes; pass++)
        {
            using var scope = NewDisposeScope();
            sum += drop(a, p, true).mean().ToDouble();
        }

        return sum / Passes / drop(a, p, false).mean().ToDouble();
    }

    private static void Slopes(Func<Tensor, double, bool, Tensor> drop, Exam exam)
    {
        var a = linspace(1, 2, 50).requires_grad_();
        exam.That(
            "slopes of the sum of 50 numbers in training at p = 0.5, less those of the ones that stayed",
            () => SlopeMiss(drop(a, 0.5, true), a),
            miss => miss < 1e-6,
            "0: the slope is 1/(1 − p) where a number stayed and 0 where it fell",
            miss => double.IsNaN(miss) ? "No slope comes back: what is returned is not made of `a`, or not by tensors." : null);
    }

    private static double SlopeMiss(Tensor came, Tensor a)
    {
        if (!came.requires_grad)
        {
            return double.NaN;
        }

        came.sum().backward();
        return (a.grad! - (came / a).detach()).abs().max().ToDouble();
    }

    private static Tensor Numbered(long[] shape, ScalarType type) => arange(1, shape.Aggregate(1L, (n, size) => n * size) + 1, type).reshape(shape);

    private static string Shape(Tensor a) => "(" + string.Join(", ", a.shape) + ")";

    private static double Alike(Tensor one, Tensor other) => (one == other).to(ScalarType.Float64).mean().item<double>();

    private static double Neighbours(Tensor fallen) => Math.Max(
        Alike(fallen.narrow(0, 0, 199), fallen.narrow(0, 1, 199)),
        Alike(fallen.narrow(1, 0, 199), fallen.narrow(1, 1, 199)));

    private sealed record Drawn(string Text, string? Cause)
    {
        public static Drawn Of(Tensor? came, Tensor a, double p)
        {
            if (came is null)
            {
                return new("null", "Return the numbers that are left.");
            }

            if (!came.shape.AsSpan().SequenceEqual(a.shape) || came.dtype != a.dtype)
            {
                return new($"{Shape(came)} of {came.dtype}", "As many numbers come out as go in, of the same type; those that fall are 0.");
            }

            var factors = (came / a).to(ScalarType.Float64);
            var stayed = factors.masked_select(factors != 0).unique().output.data<double>().ToArray();
            var spread = stayed.Length == 0 ? "all 0" : $"0 or {Numbers.Text(stayed.Min(), 3)} to {Numbers.Text(stayed.Max(), 3)} times what went in";
            return new(spread, Judge(stayed, (factors == 0).any().item<bool>(), p));
        }

        public override string ToString() => Text;

        private static string? Judge(double[] stayed, bool hasFallen, double p) =>
            stayed.Length == 0 ? "Everything fell."
            : Array.TrueForAll(stayed, factor => Near(factor, 1 / (1 - p))) ? hasFallen ? null : "Nothing fell."
            : Array.TrueForAll(stayed, factor => Near(factor, 1)) ? "What stays is as it was. Scale it up by 1/(1 − p), so that the sum stays what it was on average."
            : Array.TrueForAll(stayed, factor => Near(factor, 1 / p)) ? "What stays is scaled by 1/p: divide by the share that stays, 1 − p."
            : Array.TrueForAll(stayed, factor => Near(factor, 1 - p)) ? "What stays is scaled down: divide by 1 − p."
            : stayed.Max() - stayed.Min() > 1e-3 ? "What stays has several factors: a number either falls or is multiplied by 1/(1 − p)."
            : "The factor of what stays is 1/(1 − p).";

        private static bool Near(double a, double b) => Math.Abs((a / b) - 1) < 1e-5;
    }
}
