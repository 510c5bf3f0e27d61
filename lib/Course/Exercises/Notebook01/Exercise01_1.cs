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
        Try(exam, "one input, w = 2, b = 1", forward, [7], 2, 1);
        Try(exam, "twelve inputs, w = 0.5, b = 3", forward, [.. Enumerable.Range(1, 12).Select(i => 1.5 * i)], 0.5, 3);
        Try(exam, "no bird at all", forward, [], 40, -4000);
    }

    private static void Try(
        Exam exam, string name, Func<double[], double, double, double[]> forward, double[] x, double w, double b) =>
        exam.Absolute(name, () => forward(x, w, b), x.Select(xi => (w * xi) + b).ToArray(), 1e-12, Slips(x, w, b));

    private static Suspect[] Slips(double[] x, double w, double b)
    {
        double[] right = [.. x.Select(xi => (w * xi) + b)];
        return
        [
            new(x.Select(xi => w * xi).ToArray(), "The bias `b` is missing."),
            new(x.Select(xi => (w * xi) - b).ToArray(), "The bias is subtracted: w·x + b."),
            new(x.Select(xi => w * (xi + b)).ToArray(), "The bias is multiplied too: w·x + b, not w·(x + b)."),
            new(x.Select(xi => (b * xi) + w).ToArray(), "`w` and `b` have changed places."),
            new(x.Select(xi => xi + b).ToArray(), "The weight `w` is missing: w·x + b."),
            new(x.Select(_ => w + b).ToArray(), "The inputs `x` are missing: w·x + b."),
            new(x.Select(_ => b).ToArray(), "w·x is missing: w·x + b."),
            new(x.Select(xi => (w / xi) + b).ToArray(), "w is divided by x: multiply."),
            new(x.Select(xi => (w + xi) + b).ToArray(), "w and x are added: multiply."),
            new(x.Select(xi => w * xi * b).ToArray(), "The bias is multiplied: add it."),
            new(x, "These are the inputs as they were: apply w·x + b to each."),
            new(right[..^Math.Min(1, x.Length)].Append(0).ToArray(), "The last result is still 0: does the loop run to the end of `x`?"),
            new(right[Math.Min(1, x.Length)..].Prepend(0).ToArray(), "The first result is still 0: arrays begin at 0."),
            new(right.Take(5).ToArray(), "Only the first five are there: use `x.Length`, not 5."),
        ];
    }
}
