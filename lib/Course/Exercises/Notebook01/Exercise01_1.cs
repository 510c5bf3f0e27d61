namespace Course;

/// <summary>The neuron on a batch of flippers.</summary>
internal sealed class Exercise01_1 : Exercise<Func<double[], double, double, double[]>>
{
    public override string Title => "five birds at once";

    public override IReadOnlyList<string> Hints =>
    [
        "One output for each input: the result has the length of `x`.",
        "`x.Select(...)` walks over the array; `.ToArray()` turns the result back into one.",
        "For a single bird it was `w * x + b`; here it is that, for each `xi` in `x`.",
    ];

    protected override void Examine(Func<double[], double, double, double[]> forward, Exam exam)
    {
        Try(exam, "five flippers, w = 40, b = −4000", forward, [181, 186, 195, 193, 230], 40, -4000);
        Try(exam, "three inputs, w = −1.5, b = 0.25", forward, [0, 1, -2], -1.5, 0.25);
        Try(exam, "no bird at all", forward, [], 40, -4000);
        exam.Equal("your function leaves its input as it was", () => InputAfter(forward), Row, new Suspect(Row.Select(xi => (2 * xi) + 1).ToArray(), "It wrote into `x`; make a new array."));
    }

    private static double[] Row => [181, 186];

    private static double[] InputAfter(Func<double[], double, double, double[]> forward)
    {
        var x = Row;
        forward(x, 2, 1);
        return x;
    }

    private static void Try(
        Exam exam, string name, Func<double[], double, double, double[]> forward, double[] x, double w, double b) =>
        exam.Absolute(
            name,
            () => forward([.. x], w, b),
            x.Select(xi => (w * xi) + b).ToArray(),
            1e-12,
            new Suspect(x.Select(xi => w * xi).ToArray(), "The bias `b` is missing."),
            new Suspect(x.Select(xi => w * (xi + b)).ToArray(), "The bias is multiplied too: w·x + b, not w·(x + b)."),
            new Suspect(x.Select(xi => (b * xi) + w).ToArray(), "`w` and `b` have changed places."));
}
