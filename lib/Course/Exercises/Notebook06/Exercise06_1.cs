namespace Course;

/// <summary>The shape that two shapes broadcast to.</summary>
internal sealed class Exercise06_1 : Exercise<Func<long[], long[], long[]>>
{
    public override string Title => "the rule of broadcasting";

    public override IReadOnlyList<string> Hints =>
    [
        "Count from the right: size i from the end is `a[^i]`, or 1 when `a` has fewer sizes. The result has `Math.Max(a.Length, b.Length)` sizes.",
        "At each place: equal sizes stay; if one of them is 1, the *other* is the result, also when it is 0; else throw.",
        "`long m = i <= a.Length ? a[^i] : 1, n = i <= b.Length ? b[^i] : 1;` then `result[^i] = m == n || n == 1 ? m : m == 1 ? n : throw new ArgumentException(\"…\");`",
    ];

    protected override void Examine(Func<long[], long[], long[]> broadcast, Exam exam)
    {
        (long[] A, long[] B, long[] Wanted)[] fitting =
        [
            ([3], [3], [3]),
            ([3, 4], [4], [3, 4]),
            ([3, 1], [4], [3, 4]),
            ([4], [3, 1], [3, 4]),
            ([], [2, 3], [2, 3]),
            ([60_000, 784], [784], [60_000, 784]),
            ([100, 1, 784], [10, 784], [100, 10, 784]),
            ([2, 1, 3], [4, 1], [2, 4, 3]),
            ([0, 3], [1, 3], [0, 3]),
        ];
        foreach (var (a, b, wanted) in fitting)
        {
            exam.Equal($"{Text(a)} and {Text(b)}", () => broadcast(a, b), wanted, Slips(a, b, wanted));
        }

        (long[] A, long[] B)[] clashing = [([3, 4], [3]), ([60_000, 784], [60_000]), ([2, 3], [0, 3])];
        foreach (var (a, b) in clashing)
        {
            exam.Throws<ArgumentException>(
                $"{Text(a)} and {Text(b)}",
                () => broadcast(a, b),
                "Counted from the right, two sizes differ and neither is 1: that must throw an `ArgumentException`.");
        }
    }

    private static Suspect[] Slips(long[] a, long[] b, long[] wanted) =>
    [
        new(Enumerable.Reverse(wanted).ToArray(), "The sizes come in reverse order."),
        new((a.Length >= b.Length ? a : b).ToArray(), "That is the longer shape as it was; a size 1 in it stretches to the other's size."),
        new(wanted.Select(size => Math.Max(size, 1)).ToArray(), "A 1 stretches to whatever the other size is, also to 0: the larger of the two is not the rule."),
    ];

    private static string Text(long[] shape) => $"({string.Join(", ", shape)})";
}
