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
        var (bare, _) = net.Blame(slopeAtOutput: false);
        var (output, _) = net.Blame();
        const string missing = "δ₂ is (a₂ − y) ⊙ σ′(z₂): the factor a₂·(1 − a₂) is missing.";
        exam.Compare(
            "3-4-2 network: db2",
            () => Call(backward, net).DB2,
            net.Slopes(net.B2),
            Near,
            new Suspect(bare, missing));
        exam.Compare(
            "3-4-2 network: dW2",
            () => Call(backward, net).DW2,
            net.W2.Select(net.Slopes).ToArray(),
            Near,
            new Suspect(Outer(bare, net.Hidden()), missing),
            new Suspect(Outer(net.Hidden(), output), "This is a δᵀ; the rows of dW2 belong to the outputs, so it is δ aᵀ."));
    }

    private static void ExamineFirstLayer(SigmoidPair net, BackwardPass backward, Exam exam)
    {
        var (output, bare) = net.Blame(slopeAtHidden: false);
        var (_, hidden) = net.Blame();
        const string missing = "The second layer is right. δ₁ is W₂ᵀδ₂ ⊙ σ′(z₁): the factor a₁·(1 − a₁) is missing.";
        exam.Compare(
            "3-4-2 network: db1",
            () => Call(backward, net).DB1,
            net.Slopes(net.B1),
            Near,
            new Suspect(bare, missing),
            new Suspect(output, "This is δ₂; db1 is the blame of the hidden neurons, δ₁."));
        exam.Compare(
            "3-4-2 network: dW1",
            () => Call(backward, net).DW1,
            net.W1.Select(net.Slopes).ToArray(),
            Near,
            new Suspect(Outer(bare, net.X), missing),
            new Suspect(Outer(net.X, hidden), "This is x δᵀ; the rows of dW1 belong to the hidden neurons, so it is δ xᵀ."));
    }

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
        backward(Copy(net.W1), [.. net.B1], Copy(net.W2), [.. net.B2], [.. net.X], [.. net.Y]);

    private static double[][] Copy(double[][] rows) => [.. rows.Select(row => row.ToArray())];

    private static double[][] Outer(double[] column, double[] row) => [.. column.Select(c => row.Select(r => c * r).ToArray())];
}
