using TorchSharp;
using static TorchSharp.torch;

namespace Course;

/// <summary>Spearman's rank correlation, with ties; at last between the slopes of a network that has learnt and of one that has not.</summary>
internal sealed class Exercise17_4 : Exercise<Func<double[], double[], double>>
{
    private const double Near = 1e-9;

    // Two maps that have nothing to do with each other.
    private const double Unrelated = 0.2;

    private static readonly (string Name, double[] A, double[] B)[] Cases =
    [
        ("the same order, other numbers", [1, 2, 3, 4], [1, 10, 11, 500]),
        ("the reverse", [0.5, -1, 7], [2, 9, -3]),
        ("five numbers without ties", [3, 1, 4, 1.5, 9], [2, 7, 1, 8, -2.8]),
        ("a tie in the first list", [1, 2, 2, 3, 5], [5, 1, 4, 2, 9]),
        ("ties in both", [0, 0, 0, 1, 2, 2], [4, 4, 1, 0, 1, 9]),
        ("many ties: a map that is 0 on paper", [.. Enumerable.Range(0, 60).Select(i => i % 3 == 0 ? Math.Sin(i) : 0)], [.. Enumerable.Range(0, 60).Select(i => i % 4 == 0 ? Math.Cos(i) : 0)]),
    ];

    public override string Title => "the same order?";

    public override IReadOnlyList<string> Hints =>
    [
        "Forget the numbers, keep their places: replace each by how many of its list are smaller. Then ask whether the two lists of places go up and down together.",
        "Equal numbers share the mean of their places: as many as are smaller, plus half of how many *others* are equal. Then take both lists of ranks, subtract their means, and divide Σ pq by √(Σ p² · Σ q²).",
        "`double[] Ranks(double[] list) => [.. list.Select(v => list.Count(o => o < v) + (list.Count(o => o == v) - 1) / 2.0)];` For the rest, `s.Zip(t, (si, ti) => si * ti).Sum()` is Σ st.",
    ];

    protected override void Examine(Func<double[], double[], double> correlation, Exam exam)
    {
        foreach (var (name, a, b) in Cases)
        {
            exam.Absolute(name, () => correlation([.. a], [.. b]), RankOrder.Correlation(a, b), Near, Slips(a, b));
        }

        using var random = get_rng_state();   // the learner's random numbers go on as if nothing had been
        try
        {
            var reader = DigitReader.Dense;
            using var scope = NewDisposeScope();
            ExamineUntrained(reader, correlation, exam);
        }
        finally
        {
            set_rng_state(random);
        }
    }

    private static void ExamineUntrained(DigitReader reader, Func<double[], double[], double> correlation, Exam exam)
    {
        manual_seed(4);
        using var untrained = nn.Sequential(nn.Flatten(), nn.Linear(784, 32), nn.ReLU(), nn.Linear(32, 10));
        var (learnt, knowsNothing) = (Slopes(reader.Net, reader.Images[..1]), Slopes(untrained, reader.Images[..1]));
        var name = "784 slopes of a network that has learnt, and of one that has not";
        exam.Absolute(name, () => correlation([.. learnt], [.. knowsNothing]), RankOrder.Correlation(learnt, knowsNothing), Near, Slips(learnt, knowsNothing));
        exam.That($"{name}: below {Numbers.Text(Unrelated)}", () => correlation([.. learnt], [.. knowsNothing]), r => Math.Abs(r) < Unrelated, "no common order");
    }

    private static double[] Slopes(nn.Module<Tensor, Tensor> net, Tensor image)
    {
        var pixels = image.detach().clone().requires_grad_();
        net.call(pixels).amax(1).sum().backward();
        return [.. pixels.grad!.detach().to(ScalarType.Float64).contiguous().data<double>()];
    }

    private static Suspect[] Slips(double[] a, double[] b)
    {
        var right = RankOrder.Correlation(a, b);
        return
        [
            new(Pearson(a, b), "That is the correlation of the numbers themselves: replace each by its rank first."),
            new(Pearson(ByPlace(a), ByPlace(b)), "Equal numbers get different ranks, by their place in the list: give each the mean of their ranks."),
            new(Pearson(Below(a), Below(b)), "Equal numbers get the lowest of their ranks: give each the mean of them."),
            new(1 - (6 * Squares(RankOrder.Of(a), RankOrder.Of(b)) / (a.Length * ((double)(a.Length * a.Length) - 1))), "The formula with 6 Σ d² holds without ties only: correlate the ranks."),
            new(Math.Abs(right), "Keep the sign: −1 is the reverse order."),
            new(-right, "The order of one list is turned round."),
        ];
    }

    private static double[] ByPlace(double[] values)
    {
        var order = Enumerable.Range(0, values.Length).OrderBy(i => values[i]).ToArray();
        return [.. values.Select((_, i) => (double)Array.IndexOf(order, i))];
    }

    private static double[] Below(double[] values) => [.. values.Select(v => (double)values.Count(other => other < v))];

    private static double Squares(double[] a, double[] b) => a.Zip(b, (p, q) => (p - q) * (p - q)).Sum();

    private static double Pearson(double[] a, double[] b)
    {
        var (meanA, meanB) = (a.Average(), b.Average());
        double Sum(Func<double, double, double> of) => a.Zip(b, (p, q) => of(p - meanA, q - meanB)).Sum();
        return Sum((p, q) => p * q) / Math.Sqrt(Sum((p, _) => p * p) * Sum((_, q) => q * q));
    }
}
