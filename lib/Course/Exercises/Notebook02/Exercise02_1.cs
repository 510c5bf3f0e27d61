namespace Course;

/// <summary>Softmax without overflow.</summary>
internal sealed class Exercise02_1 : Exercise<Func<double[], double[]>>
{
    private static readonly (string Name, double[] Z)[] Cases =
    [
        ("scores 2, 1, −1", [2, 1, -1]),
        ("one score", [7]),
        ("two classes, equal scores", [0.5, 0.5]),
        ("scores 1000, 1001, 1002", [1000, 1001, 1002]),
        ("scores −1000, −1001, −1002", [-1000, -1001, -1002]),
        ("scores 0, 1e308", [0, 1e308]),
    ];

    public override string Title => "a softmax that survives";

    public override IReadOnlyList<string> Hints =>
    [
        "Shares depend on differences of scores alone: subtracting the same number from each changes nothing.",
        "Subtract the largest score, `z.Max()`. Then every exponent is 0 or negative.",
        "`var e = z.Select(zi => Math.Exp(zi - z.Max())).ToArray();`, and then each `ei / e.Sum()`.",
    ];

    protected override void Examine(Func<double[], double[]> softmax, Exam exam)
    {
        foreach (var (name, z) in Cases)
        {
            var wanted = Shares(z);
            exam.Absolute(
                name,
                () => softmax(z),
                wanted,
                1e-12,
                new Suspect(z.Select(zi => zi / z.Sum()).ToArray(), "The scores were divided by their sum without being exponentiated."),
                new Suspect(z.Select(zi => Math.Exp(zi - z.Max())).ToArray(), "The shares do not add up to 1: divide by their sum."),
                new Suspect(Powers(z).Select(e => e * Powers(z).Sum()).ToArray(), "The powers are multiplied by their sum: divide."),
                new Suspect(z.Select(Math.Exp).ToArray(), "The shares do not add up to 1: divide by their sum."),
                new Suspect(wanted.Select(_ => double.NaN).ToArray(), "e¹⁰⁰⁰ is infinite in a double, and ∞/∞ is NaN: subtract the largest score first."),
                new Suspect(wanted.Select((_, c) => z[c] == z.Max() ? double.NaN : 0).ToArray(), "e to a large power is infinite in a double, and ∞/∞ is NaN: subtract the largest score first."));
        }
    }

    internal static double[] Shares(double[] z) => [.. Powers(z).Select(e => e / Powers(z).Sum())];

    private static double[] Powers(double[] z) => [.. z.Select(zi => Math.Exp(zi - z.Max()))];
}
