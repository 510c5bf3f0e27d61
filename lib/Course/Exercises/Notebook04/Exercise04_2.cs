namespace Course;

using BackwardPass = Func<double[][], double[], double[][], double[], double[], double[], (double[][] DW1, double[] DB1, double[][] DW2, double[] DB2)>;

/// <summary>The backward pass of a two-layer sigmoid network.</summary>
internal sealed class Exercise04_2 : Exercise<BackwardPass>
{
    private const int Sampled = 200;

    // Nudging leaves about 1e-11; no slope that counts is near it.
    private static readonly Tolerance Near = new(1e-6, 1e-10);

    public override string Title => "a backward pass of your own";

    public override IReadOnlyList<string> Hints =>
    [
        "Run forward first: `a1` from W1, b1 and x; `a2` from W2, b2 and a1. `Activate(new Layer(W1, b1), x)` does one layer.",
        "`delta2[j]` is (a2[j] − y[j])·a2[j]·(1 − a2[j]). `delta1[i]` is the sum over j of W2[j][i]·delta2[j], times a1[i]·(1 − a1[i]).",
        "`dW2[j][i]` is delta2[j]·a1[i], `dW1[j][i]` is delta1[j]·x[i]; db2 is delta2 and db1 is delta1. "
        + "A whole table at once: `delta.Select(d => a.Select(v => d * v).ToArray()).ToArray()`.",
    ];

    protected override void Examine(BackwardPass backward, Exam exam)
    {
        var small = new SigmoidPair(1, 3, 4, 2);
        ExamineSecondLayer(small, backward, exam);
        ExamineFirstLayer(small, backward, exam);
        ExamineDigits(new SigmoidPair(2, 784, 30, 10), backward, exam);
    }

    private static void ExamineSecondLayer(SigmoidPair net, BackwardPass backward, Exam exam)
    {
        const string noBias = "The forward pass lacks a bias: each layer is σ(W a + b).";
        var (output, _) = net.Blame();
        var rule = "δ₂ is (a₂ − y) ⊙ σ′(z₂), with σ′ = a₂·(1 − a₂): ";
        Suspect[] slips =
        [
            .. Slopes.Select(slope => new Suspect(net.Blame(slope.Of).Output, rule + slope.Cause)),
            new(net.Blame(bias1: false).Output, noBias),
            new(net.Blame(bias2: false).Output, noBias),
            new(net.Blame(bias1: false, bias2: false).Output, noBias),
            new(net.Output().Select(p => p * (1 - p)).ToArray(), rule + "the factor (a₂ − y) is missing."),
            new(net.Output().Zip(net.Y, (p, t) => (p + t) * p * (1 - p)).ToArray(), rule + "it is a₂ *minus* y."),
            new(net.Output(), "That is a₂; δ₂ is (a₂ − y) ⊙ a₂·(1 − a₂)."),
        ];
        exam.Compare("3-4-2 network: db2", () => Call(backward, net).DB2, net.Slopes(net.B2), Near, slips);
        exam.Compare(
            "3-4-2 network: dW2",
            () => Call(backward, net).DW2,
            net.W2.Select(net.Slopes).ToArray(),
            Near,
            [.. Products(output, net.Hidden(), "δ₂", "a₁"), new(Outer(output, net.X), "That is δ₂ times x; the second layer was given a₁."), new(Outer(output, net.Output()), "That is δ₂ times a₂; the second layer was given a₁.")]);
    }

    private static void ExamineFirstLayer(SigmoidPair net, BackwardPass backward, Exam exam)
    {
        var (output, hidden) = net.Blame();
        var a1 = net.Hidden();
        const string rule = "The second layer is right. δ₁ is W₂ᵀδ₂ ⊙ σ′(z₁), with σ′ = a₁·(1 − a₁): ";
        Suspect[] slips =
        [
            .. Slopes.Select(slope => new Suspect(net.Blame(atHidden: slope.Of).Hidden, rule + slope.Cause)),
            new(output, "This is δ₂; db1 is the blame of the hidden neurons, δ₁."),
            new(a1, "That is a₁; db1 is the blame of the hidden neurons, δ₁."),
            new(a1.Select(a => a * (1 - a)).ToArray(), rule + "W₂ᵀδ₂ is missing."),
            new(a1.Select(a => net.W2.Select((_, j) => output[j]).Sum() * a * (1 - a)).ToArray(), rule + "the weights W₂ are missing, each blame comes back through its own."),
            new(a1.Select((a, i) => net.W2.Select(row => row[i]).Sum() * a * (1 - a)).ToArray(), rule + "δ₂ is missing."),
            new(a1.Select((a, i) => net.W2.Select((row, j) => row[i] / output[j]).Sum() * a * (1 - a)).ToArray(), rule + "W₂ is multiplied by δ₂, not divided."),
        ];
        exam.Compare("3-4-2 network: db1", () => Call(backward, net).DB1, net.Slopes(net.B1), Near, slips);
        exam.Compare(
            "3-4-2 network: dW1",
            () => Call(backward, net).DW1,
            net.W1.Select(net.Slopes).ToArray(),
            Near,
            [.. Products(hidden, net.X, "δ₁", "x"), new(Outer(hidden, a1), "That is δ₁ times a₁; the first layer was given x.")]);
    }

    // What stands in the place of the sigmoid's slope a·(1 − a).
    private static (Func<double, double> Of, string Cause)[] Slopes =>
    [
        (_ => 1, "that factor is missing."),
        (a => a, "the factor (1 − a) is missing."),
        (a => 1 - a, "the factor a is missing."),
        (a => a * (1 + a), "it is 1 *minus* a."),
        (a => a * (2 - a), "it is 1 − a, not 2 − a."),
        (a => -a * a, "the 1 of (1 − a) is missing."),
        (a => a / (1 - a), "multiply by (1 − a), do not divide."),
        (a => (1 - a) / a, "multiply by a, do not divide."),
    ];

    // What stands in the place of the product of blame and value.
    private static Suspect[] Products(double[] blame, double[] given, string delta, string value) =>
    [
        new(Outer(given, blame), $"This is {value} {delta}ᵀ; the rows belong to the neurons, so it is {delta} {value}ᵀ."),
        new(blame.Select(_ => given).ToArray(), $"The blame {delta} is missing: {delta} {value}ᵀ."),
        new(blame.Select(d => given.Select(_ => d).ToArray()).ToArray(), $"The values {value} are missing: {delta} {value}ᵀ."),
        new(blame.Select(d => given.Select(v => d / v).ToArray()).ToArray(), $"The blame is divided by {value}: multiply."),
    ];

    private static void ExamineDigits(SigmoidPair net, BackwardPass backward, Exam exam)
    {
        var random = new Random(3);
        (bool First, int J, int I)[] drawn =
        [
            .. Enumerable.Range(0, Sampled).Select(n => n % 2 == 0
                ? (true, random.Next(30), random.Next(784))
                : (false, random.Next(10), random.Next(30))),
        ];
        double[] wanted = [.. drawn.Select(p => net.Slope((p.First ? net.W1 : net.W2)[p.J], p.I))];
        exam.Compare(
            $"784-30-10 network: {Sampled} random weights against nudges",
            () =>
            {
                var (dW1, _, dW2, _) = Call(backward, net);
                return drawn.Select(p => (p.First ? dW1 : dW2)[p.J][p.I]).ToArray();
            },
            wanted,
            Near);
    }

    private static (double[][] DW1, double[] DB1, double[][] DW2, double[] DB2) Call(BackwardPass backward, SigmoidPair net) =>
        backward(net.W1, net.B1, net.W2, net.B2, net.X, net.Y);

    private static double[][] Outer(double[] column, double[] row) => [.. column.Select(c => row.Select(r => c * r).ToArray())];
}
