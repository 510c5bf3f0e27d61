using static TorchSharp.torch;

namespace Course;

/// <summary>The way back through broadcasting: slopes are summed over every copy.</summary>
internal sealed class Exercise06_2 : Exercise<Func<Tensor, long[], Tensor>>
{
    public override string Title => "the way back";

    public override IReadOnlyList<string> Hints =>
    [
        "Two steps. First the sizes that `shape` does not have at all: they stand at the front. Sum over the first axis until the number of axes agrees.",
        "Then the sizes that were 1: sum over that axis, but keep it, `sum(i, keepdim: true)`.",
        "`while (slope.ndim > shape.Length) slope = slope.sum(0L);` and then, for each i with `shape[i] == 1`, `slope = slope.sum(i, keepdim: true);` (write `0L`: a plain 0 means a type here).",
    ];

    protected override void Examine(Func<Tensor, long[], Tensor> unbroadcast, Exam exam)
    {
        using var scope = NewDisposeScope();
        (long[] From, long[] To)[] cases =
        [
            ([3, 4], [3, 4]),
            ([3, 4], [4]),
            ([3, 4], [3, 1]),
            ([3, 4], [1, 4]),
            ([3, 4], []),
            ([2, 3, 4], [3, 1]),
            ([2, 3, 4], [2, 1, 1]),
            ([64, 10], [10]),
        ];
        foreach (var (from, to) in cases)
        {
            var slope = arange(1, 1 + from.Aggregate(1L, (p, size) => p * size), ScalarType.Float32).reshape(from);
            var wanted = Wanted(slope, to);
            var copies = slope.numel() / Math.Max(1, wanted.numel());
            exam.Compare(
                $"slopes of shape {Text(from)} for a tensor of shape {Text(to)}",
                () => unbroadcast(slope, to),
                wanted,
                new Tolerance(1e-5, 1e-6),
                Slips(slope, wanted, from, to, copies));
        }
    }

    private static Suspect[] Slips(Tensor slope, Tensor wanted, long[] from, long[] to, long copies)
    {
        var lost = from.Length - to.Length;
        long[] stretched = [.. Enumerable.Range(0, to.Length).Where(i => to[i] == 1 && from[i + lost] != 1).Select(i => (long)i)];
        long[] front = [.. Enumerable.Range(0, lost).Select(i => (long)i)];
        var short1 = stretched.Length == 0 || front.Length == 0 ? slope : slope.sum(front);
        List<Suspect> slips =
        [
            new(wanted / copies, "That is the average over the copies. Slopes *add*: a number used twice is owed twice."),
        ];
        if (stretched.Length > 0)
        {
            slips.Add(new(wanted.reshape([.. to.Where((_, i) => !stretched.Contains(i))]), "The axes of size 1 are lost: keep them, `sum(i, keepdim: true)`."));
            slips.Add(new(short1, "The axes of size 1 are still stretched: sum over them, too, and keep them."));
        }

        slips.Add(new(slope, "Nothing is summed: add up what was copied."));
        return [.. slips];
    }

    // Autograd is the judge: the slope of a number that was stretched.
    private static Tensor Wanted(Tensor slope, long[] shape)
    {
        var stretched = zeros(shape, requires_grad: true);
        (stretched.expand(slope.shape) * slope).sum().backward();
        return stretched.grad!;
    }

    private static string Text(long[] shape) => $"({string.Join(", ", shape)})";
}
