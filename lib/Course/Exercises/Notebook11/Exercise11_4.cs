using static TorchSharp.torch;

namespace Course;

using DoubledAnswer = Func<Tensor, Tensor, int, int, (Tensor X, Tensor Y)>;

/// <summary>Digits and, below them, the same digits shifted: the label stays, so do the size and the range.</summary>
internal sealed class Exercise11_4 : Exercise<DoubledAnswer>
{
    private const int Side = 28;

    public override string Title => "twice as many digits";

    public override IReadOnlyList<string> Hints =>
    [
        "A row of `x` is a picture: make it (N, 28, 28) again, `x.reshape(-1, 28, 28)`. To shift it, put paper on one side and cut off as much on the other. Labels go along: first those of the digits, then those of their copies.",
        "`functional.pad(squares, (left, right, top, bottom))` adds so many columns and rows of 0; a negative number cuts off. To the right by `right` is `right` columns on the left and −`right` on the right. `cat([a, b])` puts one tensor below another.",
        "`Tensor moved = functional.pad(x.reshape(-1, 28, 28), (right, -right, down, -down)); return (cat([x, moved.reshape(-1, 784)]), cat([y, y]));`",
    ];

    protected override void Examine(DoubledAnswer doubled, Exam exam)
    {
        using var random = get_rng_state();   // the learner's random numbers go on as if nothing had been
        try
        {
            using var scope = NewDisposeScope();
            manual_seed(11);
            foreach (var (n, right, down, type) in (ReadOnlySpan<(int, int, int, ScalarType)>)[(1, 2, 0, ScalarType.Float32), (2, 0, 3, ScalarType.Float32), (5, -1, -4, ScalarType.Float64), (3, 5, -2, ScalarType.Float32), (4, 0, 0, ScalarType.Float32)])
            {
                Ask(exam, doubled, n, right, down, type);
            }
        }
        finally
        {
            set_rng_state(random);
        }
    }

    private static void Ask(Exam exam, DoubledAnswer doubled, int n, int right, int down, ScalarType type)
    {
        // Ink up to the rim, so that what is pushed over it is missed.
        var (x, y) = (rand(n, Side * Side, type) * 0.9 + 0.1, arange(n).add(3).remainder(10));
        var (ink, labels) = (x.clone(), y.clone());
        var name = $"{n} {(n == 1 ? "digit" : "digits")} of {type}, {right} to the right and {down} down";
        var came = new Lazy<(Tensor X, Tensor Y)>(() => doubled(x, y, right, down));
        exam.Equal($"{name}: x", () => came.Value.X, Below(ink, Shifted(ink, right, down)), Slips(ink, right, down));
        exam.Equal(
            $"{name}: y",
            () => came.Value.Y,
            cat([labels, labels]),
            new Suspect(labels, "The copies need labels as well: the same, in the same order."),
            new Suspect(labels.repeat_interleave(2), "All digits come first and all copies after them, and so do their labels: `cat([y, y])`."));
    }

    private static Tensor Below(Tensor upper, Tensor lower) => cat([upper, lower]);

    // Pixel by pixel, as one would say it.
    private static Tensor Shifted(Tensor x, int right, int down)
    {
        var (from, to) = (x.reshape(-1, Side, Side), zeros_like(x).reshape(-1, Side, Side));
        var (h, w) = (Side - Math.Abs(down), Side - Math.Abs(right));
        to.narrow(1, Math.Max(down, 0), h).narrow(2, Math.Max(right, 0), w)
            .copy_(from.narrow(1, Math.Max(-down, 0), h).narrow(2, Math.Max(-right, 0), w));
        return to.reshape(-1, Side * Side);
    }

    private static Suspect[] Slips(Tensor x, int right, int down)
    {
        var rolled = x.reshape(-1, Side, Side).roll([down, right], [1, 2]).reshape(-1, Side * Side);
        return
        [
            new(Below(x, rolled), "What is pushed over one rim comes back at the other. Beyond the rim is paper, 0."),
            new(Below(x, Shifted(x, -right, -down)), "The wrong way: a positive `right` moves the ink to the right, a positive `down` moves it down."),
            new(Below(x, Shifted(x, -right, down)), "Left and right are swapped: a positive `right` moves the ink to the right."),
            new(Below(x, Shifted(x, right, -down)), "Up and down are swapped: a positive `down` moves the ink down."),
            new(Below(x, Shifted(x, down, right)), "`right` and `down` are swapped: columns lie along the last axis."),
            new(Below(x, x), "The copies have not moved."),
            new(Shifted(x, right, down), "The digits themselves are missing: first they, then their copies."),
            new(Below(Shifted(x, right, down), x), "The other way round: first the digits, then their shifted copies."),
        ];
    }
}
