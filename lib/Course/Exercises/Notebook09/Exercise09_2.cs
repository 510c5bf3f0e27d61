namespace Course;

/// <summary>How many places a kernel has along an axis.</summary>
internal sealed class Exercise09_2 : Exercise<Func<int, int, int, int, int>>
{
    private static readonly (string Name, int Size, int Kernel, int Stride, int Padding)[] Cases =
    [
        ("28 pixels, a kernel of 3", 28, 3, 1, 0),
        ("28 pixels, a kernel of 5", 28, 5, 1, 0),
        ("26 pixels, pooled in pairs", 26, 2, 2, 0),
        ("28 pixels, a kernel of 5, padding 2", 28, 5, 1, 2),
        ("28 pixels, a kernel of 3, stride 2, padding 1", 28, 3, 2, 1),
        ("224 pixels, a kernel of 7, stride 2, padding 3", 224, 7, 2, 3),
        ("13 pixels, pooled in threes", 13, 3, 3, 0),
        ("5 pixels, a kernel of 5", 5, 5, 1, 0),
        ("9 pixels, a kernel of 4, stride 3, padding 1", 9, 4, 3, 1),
    ];

    public override string Title => "how large is the map?";

    public override IReadOnlyList<string> Hints =>
    [
        "With padding an axis has `size + 2 * padding` pixels. A kernel that begins at the first leaves `size + 2 * padding - kernel` pixels behind it. How many steps of `stride` fit in there?",
        "Places are one more than steps, since the first place needs none. A step that does not fit is not taken: C# drops the rest of a division of whole numbers, which is what we want here.",
        "`return (size + 2 * padding - kernel) / stride + 1;`",
    ];

    protected override void Examine(Func<int, int, int, int, int> places, Exam exam)
    {
        foreach (var (name, n, k, s, p) in Cases)
        {
            var room = n + (2 * p) - k;
            exam.Equal(
                name,
                () => places(n, k, s, p),
                (room / s) + 1,
                new Suspect(((room + s - 1) / s) + 1, "The last step does not fit, and is not taken: round down."),
                new Suspect(((n - k) / s) + 1, "The padding is missing."),
                new Suspect(((n + p - k) / s) + 1, "Padding stands at both ends of the axis: 2 · padding."),
                new Suspect(((n + (3 * p) - k) / s) + 1, "Padding stands at both ends of the axis: 2 · padding, not 3."),
                new Suspect(((n - (2 * p) - k) / s) + 1, "Padding makes the axis longer: add it."),
                new Suspect(((n + 2 - k) / s) + 1, "2 · padding: the padding itself is missing."),
                new Suspect(room / s, "One is missing: places are one more than steps."),
                new Suspect((room / s) + 2, "One too many: places are one more than steps, not two."),
                new Suspect((room / s) - 1, "Places are one *more* than steps: + 1."),
                new Suspect(room + 1, "The stride is missing: divide by it."),
                new Suspect((room * s) + 1, "A longer stride means fewer places: divide by it."),
                new Suspect(((n + (2 * p) + k) / s) + 1, "The kernel takes room away: subtract it."),
                new Suspect(((n + (2 * p)) / s) + 1, "The kernel takes room away: subtract it."),
                new Suspect((n + (2 * p)) / s, "The kernel takes room away: subtract it."),
                new Suspect(n, "The size changes, unless padding makes up for the kernel."));
        }
    }
}
