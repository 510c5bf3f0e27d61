namespace Course;

/// <summary>A kernel that answers to the upper edge of a stroke.</summary>
internal sealed class Exercise09_3 : Exercise<Func<double[,]>>
{
    private const int Side = 3;
    private const double Nothing = 1e-9;

    public override string Title => "a kernel for upper edges";

    public override IReadOnlyList<string> Hints =>
    [
        "Above an upper edge there is paper, 0, and below it ink, 1. Which weights should the row of ink meet, so that the sum is positive, and which the row above, so that plain ink gives 0?",
        "The kernel of the text answers to edges of paper on the left and ink on the right. Yours is the same, turned by a quarter. Along each column the weights add up to 0.",
        "`return new double[,] { { -1, -1, -1 }, { 0, 0, 0 }, { 1, 1, 1 } };`",
    ];

    protected override void Examine(Func<double[,]> make, Exam exam)
    {
        exam.That(
            "its size",
            () => make() is { } came ? $"{came.GetLength(0)} × {came.GetLength(1)}" : "null",
            size => size == $"{Side} × {Side}",
            $"{Side} × {Side}",
            size => size == "null" ? "Return the table of weights." : "Three rows of three weights.");
        exam.That("an image that is all ink", () => Answers(make(), (_, _) => true), IsSilent, "0 everywhere", Sum);
        exam.That("an upright edge, ink on the right", () => Answers(make(), (_, c) => c >= Side), IsSilent, "0 everywhere", _ => "An upright edge makes it answer: along each of its columns the weights have to add up to 0.");
        exam.That("an upper edge, ink below", () => Answers(make(), (r, _) => r >= Side), map => map.Max() > Nothing && map.Min() > -Nothing, "more than 0 along the edge, nowhere less", Direction);
        exam.That("a lower edge, paper below", () => Answers(make(), (r, _) => r < Side), map => map.Min() < -Nothing && map.Max() < Nothing, "less than 0 along the edge, nowhere more", Direction);
        exam.That("a corner of ink that begins half-way down", () => Answers(make(), (r, c) => r >= Side && c >= 2), map => map.Max() > Nothing, "more than 0 somewhere", _ => "It is to look at all three of its columns.");
    }

    private static bool IsSilent(double[] map) => Array.TrueForAll(map, value => Math.Abs(value) <= Nothing);

    private static string Sum(double[] map) =>
        $"The nine weights add up to {Numbers.Text(map[0])}. They have to add up to 0, or plain ink makes it answer.";

    private static string Direction(double[] map) => (map.Max() > Nothing, map.Min() < -Nothing) switch
    {
        (false, false) => "It answers to nothing at all: rows of different weights are needed.",
        (true, true) => "It answers with both signs to one edge, as a kernel for thin lines does: two of its rows are enough, or the middle one at 0.",
        _ => "The signs are the other way round: the row that meets the ink below the edge has the positive weights.",
    };

    // What the kernel says at each place of a small image of ink (1) and paper (0).
    private static double[] Answers(double[,] kernel, Func<int, int, bool> isInk) =>
    [
        .. from r in Enumerable.Range(0, Side + 1)
           from c in Enumerable.Range(0, Side + 1)
           select (from i in Enumerable.Range(0, Side)
                   from j in Enumerable.Range(0, Side)
                   where isInk(r + i, c + j)
                   select kernel[i, j]).Sum(),
    ];
}
