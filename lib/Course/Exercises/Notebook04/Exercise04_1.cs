using static Course.TwoTwoTwo;

namespace Course;

/// <summary>Backpropagation through eight weights.</summary>
internal sealed class Exercise04_1 : Exercise<Func<double[], double[], double[], double[], double[]>>
{
    private const double Nine = 1e-9;
    private const double Rate = 0.5;

    public override string Title => "all eight slopes";

    public override IReadOnlyList<string> Hints =>
    [
        "Run the network first: you need h1, h2, o1 and o2. Then go from right to left: δ of the outputs, δ of the hidden neurons, slopes.",
        "δ of o1 is (o1 − y[0])·o1·(1 − o1). δ of h1 collects from both outputs: (w5·δo1 + w7·δo2)·h1·(1 − h1). And h2, by way of w6 and w8?",
        "The slope of a weight is the δ at its right end times the value at its left end: w1 is δh1·x[0], w2 is δh1·x[1], …, w8 is δo2·h2.",
    ];

    protected override void Examine(Func<double[], double[], double[], double[], double[]> gradients, Exam exam)
    {
        var (w, b, x, y) = Mazur;
        Try("Mazur's numbers", w, b, x, y, gradients, exam);

        double[] Stepped() => [.. w.Zip(gradients(w, b, x, y), (value, slope) => value - (Rate * slope))];
        exam.Absolute("w1 after a step at lr = 0.5", () => Stepped()[0], 0.149780716, Nine);
        exam.Absolute("w5 after that step", () => Stepped()[4], 0.35891648, Nine);
        exam.Absolute("the loss after that step", () => Loss(Stepped(), b, x, y), 0.291027774, Nine);

        Try("other numbers", [0.9, -1.1, 0.3, 0.7, -0.6, 1.2, 0.8, 0.1], [0.2, -0.4], [-0.7, 1.5], [1, 0], gradients, exam);
    }

    private static (double[] W, double[] B, double[] X, double[] Y) Mazur =>
        ([0.15, 0.20, 0.25, 0.30, 0.40, 0.45, 0.50, 0.55], [0.35, 0.60], [0.05, 0.10], [0.01, 0.99]);

    private static void Try(
        string name, double[] w, double[] b, double[] x, double[] y, Func<double[], double[], double[], double[], double[]> gradients, Exam exam)
    {
        Suspect Of(Slip slip, string cause) => new(Slopes(w, b, x, y, slip), cause);
        exam.Absolute(
            $"{name}: the slopes of w1 … w8",
            () => gradients(w, b, x, y),
            Slopes(w, b, x, y),
            Nine,
            Of(Slip.NoOutputSlope, "The δ of an output is (a − y) times the sigmoid's slope, a·(1 − a): that factor is missing."),
            Of(Slip.NoHiddenSlope, "The δ of a hidden neuron ends with its own sigmoid's slope, h·(1 − h): that factor is missing."),
            Of(Slip.NoOutputSlope | Slip.NoHiddenSlope, "Every δ holds its neuron's sigmoid slope, a·(1 − a): both factors are missing."),
            Of(Slip.OnePath, "Each hidden neuron feeds both outputs: only the path through o1 is counted."),
            Of(Slip.Transposed, "w6 and w7 have changed places: h1 feeds o2 by way of w7, and h2 feeds o1 by way of w6."),
            Of(Slip.OtherPath, "Each hidden neuron feeds both outputs: only the path through o2 is counted."),
            Of(Slip.NoBias, "The forward pass lacks the biases: `Run(w, b, x)`."),
            Of(Slip.Uphill, "The sign is flipped at the outputs: δ begins with (output − target)."),
            new(Slopes(Mazur.W, Mazur.B, Mazur.X, Mazur.Y), "These are the slopes for the numbers of the cells above: use only what the function is given."),
            new(Slopes(Mazur.W, b, x, y), OfAbove("w")),
            new(Slopes(w, Mazur.B, x, y), OfAbove("b")),
            new(Slopes(w, b, Mazur.X, y), OfAbove("x")),
            new(Slopes(w, b, x, Mazur.Y), OfAbove("y")),
            Of(Slip.ValueOfOwnEnd, "The slopes of w5 to w8 take the value at the left end, h1 or h2, not the output's own."));
    }

    private static string OfAbove(string name) => $"This takes `{name}` from the cells above: use the function's own `{name}`.";
}
