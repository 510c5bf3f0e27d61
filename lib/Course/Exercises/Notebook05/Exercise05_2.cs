namespace Course;

/// <summary>Accumulating slopes in reverse topological order.</summary>
/// <remarks>The answer gives, for a + a by a, a·a·a by a and b·(a + b) + b by b, the slope after one walk and after a second.</remarks>
internal sealed class Exercise05_2 : Exercise<Func<double, double, double[]>>
{
    public override string Title => "the walk back";

    public override IReadOnlyList<string> Hints =>
    [
        "Three parts: every `Grad` to 0; `order[^1].Grad = 1`; then a loop from the last node to the first.",
        "In the loop: `foreach (var (input, local) in order[k].Edges)`. A number used twice is owed twice, so add with `+=`.",
        "`input.Grad += order[k].Grad * local;` is the whole body of the inner loop.",
    ];

    protected override void Examine(Func<double, double, double[]> slopes, Exam exam)
    {
        foreach (var (a, b) in (ReadOnlySpan<(double, double)>)[(3, 5), (-2, 0.5)])
        {
            var at = $"at a = {Numbers.Text(a)}, b = {Numbers.Text(b)}";
            exam.Equal($"a + a by a, {at}", () => slopes(a, b)[..2], (double[])[2, 2], ForSum());
            exam.Equal($"a·a·a by a, {at}", () => slopes(a, b)[2..4], Twice(3 * a * a), ForCube(a));
            exam.Equal($"b·(a + b) + b by b, {at}", () => slopes(a, b)[4..], Twice(a + (2 * b) + 1), ForReused(a, b));
        }
    }

    private static double[] Twice(double slope) => [slope, slope];

    private static Suspect[] ForSum() =>
    [
        new(Twice(1), "`a` is used twice, so it is owed twice: add to the slope (`+=`), do not set it."),
        new((double[])[2, 4], "The second walk piled up on the first: set every `Grad` to 0 at the start."),
        new((double[])[0, 0], "No slope arrived: give the result the slope 1, and start from the last node."),
    ];

    private static Suspect[] ForCube(double a) =>
    [
        new(Twice(a * a), "Only one of the three uses of `a` is counted: add to the slope (`+=`), do not set it."),
        new((double[])[3 * a * a, 6 * a * a], "The second walk piled up on the first: set every `Grad` to 0 at the start."),
    ];

    private static Suspect[] ForReused(double a, double b) =>
    [
        new(Twice(b), "Only one of the uses of `b` is counted: add to the slope (`+=`), do not set it."),
        new(Twice(1), "Only the last use of `b` is counted: add to the slope (`+=`), do not set it."),
        new(Twice(a + b + 1), "The path from `b` through the sum is lost: does the walk go from the last node to the first?"),
    ];
}
