namespace Course;

/// <summary>Which activations keep a slope above 0.1.</summary>
internal sealed class Exercise02_4 : Exercise<Func<double, bool[]>>
{
    private static readonly (double Z, bool[] Awake)[] Cases =
    [
        (3, [false, false, true]),
        (-3, [false, false, false]),
        (0.5, [true, true, true]),
        (-1, [true, true, false]),
        (2, [true, false, true]),
    ];

    private static readonly string[] Names = ["sigmoid", "tanh", "ReLU"];

    public override string Title => "who is still awake?";

    public override IReadOnlyList<string> Hints =>
    [
        "Compare slopes with 0.1, not values: the sigmoid of 3 is 0.95, its slope 0.045.",
        "σ′ = σ(1 − σ), tanh′ = 1 − tanh², and the ReLU's slope is 1 right of zero, 0 left of it.",
        "`bends` in a cell above holds all three slopes: `bends.Select(bend => bend.Slope(z) > 0.1).ToArray()`",
    ];

    protected override void Examine(Func<double, bool[]> awake, Exam exam)
    {
        foreach (var (z, wanted) in Cases)
        {
            exam.That(
                $"z = {Numbers.Text(z)}",
                () => Text(awake(z)),
                got => got == Text(wanted),
                Text(wanted),
                got => Cause(got, z));
        }
    }

    private static string? Cause(string got, double z)
    {
        double[] values = [1 / (1 + Math.Exp(-z)), Math.Tanh(z), Math.Max(0, z)];
        double[] absolute = [values[0], Math.Abs(values[1]), values[2]];
        return got == Text([.. values.Select(value => value > 0.1)]) || got == Text([.. absolute.Select(value => value > 0.1)])
            ? "These are the values above 0.1; asked for are the slopes."
            : got == Text([true, true, true]) || got == Text([false, false, false]) ? "All three are judged alike: are the slopes compared with 0.1?"
            : null;
    }

    private static string Text(bool[]? awake) => awake switch
    {
        null => "null",
        { Length: 3 } => string.Join(", ", awake.Zip(Names, (isAwake, name) => $"{name} {(isAwake ? "awake" : "asleep")}")),
        _ => $"{awake.Length} bools",
    };
}
