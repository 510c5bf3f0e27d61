using static TorchSharp.torch;

namespace Course;

/// <summary>Masked attention of one head.</summary>
internal sealed class Exercise15_1 : Exercise<Func<Tensor, Tensor, Tensor, Tensor>>
{
    private const int Places = 6;

    // A weight that is only nearly 0 lets far more through than rounding does.
    private static readonly Tolerance Unmoved = new(0, 1e-6);

    public override string Title => "no peeking";

    public override IReadOnlyList<string> Hints =>
    [
        "Scores first: `q.matmul(k.mT) / Math.Sqrt(q.shape[^1])`. Then hide, then softmax, then times `v`.",
        "`ones(T, T, @bool).triu(1)` is true above the diagonal, where the later places stand; `masked_fill` those scores with `double.NegativeInfinity` *before* the softmax.",
        "`Tensor later = ones(q.shape[0], q.shape[0], @bool).triu(1);` then `return scores.masked_fill(later, double.NegativeInfinity).softmax(-1).matmul(v);`",
    ];

    protected override void Examine(Func<Tensor, Tensor, Tensor, Tensor> masked, Exam exam)
    {
        using var scope = NewDisposeScope();
        var (q, k, v) = Looking.Drawn(1, Places, 4);
        exam.Compare("6 tokens, vectors of 4", () => masked(q, k, v), Wanted(q, k, v), Looking.Near, Slips(q, k, v));
        foreach (var changed in (int[])[5, 2])
        {
            ExamineChange(q, k, v, changed, masked, exam);
        }

        var (long1, long2, long3) = Looking.Drawn(2, 40, 16);
        exam.Compare("40 tokens, vectors of 16", () => masked(long1, long2, long3), Wanted(long1, long2, long3), Looking.Near);
        var (one1, one2, one3) = Looking.Drawn(5, 1, 3);
        exam.Compare("one token alone", () => masked(one1, one2, one3), Wanted(one1, one2, one3), Looking.Near);
    }

    private static void ExamineChange(Tensor q, Tensor k, Tensor v, int token, Func<Tensor, Tensor, Tensor, Tensor> masked, Exam exam)
    {
        var (q2, k2, v2) = (q.clone(), k.clone(), v.clone());
        foreach (var part in (Tensor[])[q2, k2, v2])
        {
            part[token] = part[token] + 1;
        }

        exam.Compare(
            $"token {token + 1} is changed: the results before it stay as they were",
            () => masked(q2, k2, v2)[..token],
            masked(q, k, v)[..token],
            Unmoved);
    }

    private static Tensor Wanted(Tensor q, Tensor k, Tensor v) => Looking.Weights(q, k).matmul(v);

    private static Suspect[] Slips(Tensor q, Tensor k, Tensor v)
    {
        var (scores, later) = (Looking.Scores(q, k), Looking.Later(Places));
        return
        [
            new(scores.softmax(-1).matmul(v), "Nothing is hidden yet: every place still sees all places."),
            new(scores.softmax(-1).masked_fill(later, 0).matmul(v), "The mask comes after the softmax here, so the rows no longer add up to 1. Hide the scores first."),
            new(scores.masked_fill(later, 0).softmax(-1).matmul(v), "A score of 0 is not nothing: the softmax makes exp(0) = 1 of it. Fill in `double.NegativeInfinity`."),
            new(scores.masked_fill(later.logical_not(), double.NegativeInfinity).softmax(-1).matmul(v), "The mask is the wrong way round: the past is hidden."),
            new(scores.masked_fill(ones(Places, Places, ScalarType.Bool).triu(), double.NegativeInfinity).softmax(-1).matmul(v), "Each place is hidden from itself too, so the first sees nothing at all: `triu(1)` leaves the diagonal out."),
            new(scores.masked_fill(later.mT, double.NegativeInfinity).softmax(-1).matmul(v), "The mask is the wrong way round: the past is hidden."),
            new(Looking.Weights(k, q).matmul(v), "`q` and `k` have changed places: the rows of the scores belong to the queries, `q.matmul(k.mT)`."),
            new(Looking.Weights(q, k, 1 / Math.Sqrt(Places)).matmul(v), "The scores are divided by √T, the number of places; d is the length of a vector, `q.shape[^1]`."),
            new(Looking.Weights(q, k, Math.Sqrt(q.shape[^1])).matmul(v), "The scores are multiplied by √d: divide."),
            new(scores.masked_fill(ones(Places, Places, ScalarType.Bool).triu(2), double.NegativeInfinity).softmax(-1).matmul(v), "Each place still sees the one after it: `triu(1)` begins right above the diagonal."),
            new(scores.masked_fill(later, double.NegativeInfinity).softmax(0).matmul(v), "The softmax runs down the columns; each *row* has to add up to 1: `softmax(-1)`."),
            new(Looking.Weights(q, k), "These are the weights: multiply them by `v`."),
            new(Looking.Weights(q, k, 1).matmul(v), "The scores are not divided by √d."),
        ];
    }
}
