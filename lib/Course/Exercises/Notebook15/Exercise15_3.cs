using static TorchSharp.torch;

namespace Course;

/// <summary>Masked attention of several heads, their results side by side.</summary>
internal sealed class Exercise15_3 : Exercise<Func<Tensor, Tensor, Tensor, long, Tensor>>
{
    private const int Places = 5;
    private const int Width = 8;

    public override string Title => "and side by side again";

    public override IReadOnlyList<string> Hints =>
    [
        "Cut all three: `x.reshape(T, heads, -1).transpose(0, 1)` is (heads, T, d). After attention you have (heads, T, d) again.",
        "The way back is the same two steps in the other order: first `transpose(0, 1)`, so that a place's slices lie side by side, then `reshape(T, C)`.",
        "`Tensor seen = functional.scaled_dot_product_attention(Cut(q), Cut(k), Cut(v), is_casual: true); return seen.transpose(0, 1).reshape(q.shape);`",
    ];

    protected override void Examine(Func<Tensor, Tensor, Tensor, long, Tensor> multiHead, Exam exam)
    {
        using var scope = NewDisposeScope();
        var (q, k, v) = Looking.Drawn(5, Places, Width);
        foreach (var heads in (long[])[1, 2, 4])
        {
            exam.Compare(
                heads == 1 ? "one head" : $"{heads} heads, one after the other",
                () => multiHead(q, k, v, heads),
                Wanted(q, k, v, heads),
                Looking.Near,
                Slips(q, k, v, heads));
        }

        var (q2, k2, v2) = Looking.Drawn(6, 9, 12);
        exam.Compare("9 tokens of 12 numbers, 3 heads", () => multiHead(q2, k2, v2, 3), Wanted(q2, k2, v2, 3), Looking.Near);
    }

    // One head after the other on its slice, as one would without reshape.
    private static Tensor Wanted(Tensor q, Tensor k, Tensor v, long heads)
    {
        var d = q.shape[1] / heads;
        Tensor One(long h) => Looking.Weights(q.narrow(1, h * d, d), k.narrow(1, h * d, d)).matmul(v.narrow(1, h * d, d));
        return cat([.. Enumerable.Range(0, (int)heads).Select(h => One(h))], 1);
    }

    private static Suspect[] Slips(Tensor q, Tensor k, Tensor v, long heads)
    {
        var (cutQ, cutK, cutV) = (Looking.Cut(q, heads), Looking.Cut(k, heads), Looking.Cut(v, heads));
        Tensor Joined(Tensor weights) => weights.matmul(cutV).transpose(0, 1).reshape(q.shape);
        return
        [
            new(Looking.Weights(cutQ, cutK).matmul(cutV).reshape(q.shape), "The heads were not turned back before the last `reshape`, so the slices of different places got mixed: `transpose(0, 1)` first."),
            new(Looking.Weights(cutQ, cutK).matmul(cutV), "The slices still lie one head behind the other, (heads, T, d): `transpose(0, 1)`, then `reshape` to (T, C)."),
            new(Joined(Looking.Scores(cutQ, cutK).softmax(-1)), "Nothing is hidden: later places still get weight."),
            new(Joined(Looking.Weights(cutQ, cutK, 1 / Math.Sqrt(Width))), "The scores are divided by the root of the whole width C; each head's vectors are only d = C/heads long."),
            new(Looking.Weights(q, k).matmul(v), "This is one head over the whole width: cut q, k and v into `heads` slices."),
            new(Joined(Looking.Weights(cutQ, cutK, 1)), "The scores are not divided by √d."),
            new(Joined(Looking.Weights(cutK, cutQ)), "`q` and `k` have changed places: the rows of the scores belong to the queries."),
            new(Looking.Weights(cutQ, cutV).matmul(cutK).transpose(0, 1).reshape(q.shape), "`k` and `v` have changed places: keys make the scores, values are what is averaged."),
        ];
    }
}
