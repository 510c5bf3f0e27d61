using static TorchSharp.torch;

namespace Course;

/// <summary>The weights of several heads at once.</summary>
internal sealed class Exercise15_2 : Exercise<Func<Tensor, Tensor, long, Tensor>>
{
    private const int Places = 5;

    public override string Title => "heads, all at once";

    public override IReadOnlyList<string> Hints =>
    [
        "Cut both: `q.reshape(T, heads, -1).transpose(0, 1)` is (heads, T, d). After that, everything is as with one head, since `matmul` treats each head by itself.",
        "Divide by the root of the *head's* width d = C/heads: after the cut, that is `Math.Sqrt(q.shape[^1])`.",
        "`Tensor Cut(Tensor x) => x.reshape(x.shape[0], heads, -1).transpose(0, 1);` then `(Cut(q).matmul(Cut(k).mT) / Math.Sqrt(q.shape[1] / heads)).masked_fill(ones(T, T, @bool).triu(1), double.NegativeInfinity).softmax(-1)`.",
    ];

    protected override void Examine(Func<Tensor, Tensor, long, Tensor> heads, Exam exam)
    {
        using var scope = NewDisposeScope();
        var (q, k, _) = Looking.Drawn(3, Places, 8);
        exam.Compare("one head", () => heads(q, k, 1), Wanted(q, k, 1), Looking.Near, Slips(q, k, 1));
        exam.Compare(
            "2 heads: each row adds up to 1",
            () => heads(q, k, 2).sum(-1),
            ones(2, Places),
            Looking.Near,
            new Suspect(ones(1, Places), "There is one head only: cut the vectors into `heads` slices."));
        exam.Equal("2 heads: nothing above the diagonal", () => heads(q, k, 2).triu(1), zeros(2, Places, Places));
        foreach (var count in (long[])[2, 4])
        {
            exam.Compare($"{count} heads, one by one", () => heads(q, k, count), Wanted(q, k, count), Looking.Near, Slips(q, k, count));
        }
    }

    // Slices taken in a loop, as one would without reshape.
    private static Tensor Wanted(Tensor q, Tensor k, long heads)
    {
        var d = q.shape[1] / heads;
        return stack(Enumerable.Range(0, (int)heads).Select(h => Looking.Weights(q.narrow(1, h * d, d), k.narrow(1, h * d, d))));
    }

    private static Suspect[] Slips(Tensor q, Tensor k, long heads)
    {
        var (cutQ, cutK) = (Looking.Cut(q, heads), Looking.Cut(k, heads));
        Tensor Unturned(Tensor x) => x.reshape(heads, x.shape[0], -1);
        Tensor Interleaved(Tensor x) => x.reshape(x.shape[0], -1, heads).permute(2, 0, 1);
        return
        [
            new(Looking.Weights(cutQ, cutK, 1 / Math.Sqrt(q.shape[1])), "The scores are divided by the root of the whole width C; each head's vectors are only d = C/heads long."),
            new(Looking.Weights(Unturned(q), Unturned(k)), "`reshape(heads, T, d)` cuts the list of numbers in other places: a head then gets whole tokens. Reshape to (T, heads, d), then `transpose(0, 1)`."),
            new(Looking.Weights(Interleaved(q), Interleaved(k)), "Each head gets every second number (or third, …) in place of a slice: reshape to (T, heads, d), heads before d."),
            new(Looking.Scores(cutQ, cutK).softmax(-1).tril(), "The mask comes after the softmax here, so the rows no longer add up to 1. Hide the scores first."),
            new(Looking.Weights(cutK, cutQ), "`q` and `k` have changed places: the rows of the scores belong to the queries."),
            new(Looking.Scores(cutQ, cutK).tril().softmax(-1), "A score of 0 is not nothing: fill in `double.NegativeInfinity`."),
            new(Looking.Scores(cutQ, cutK).masked_fill(ones(Places, Places, ScalarType.Bool).triu(), double.NegativeInfinity).softmax(-1), "Each place is hidden from itself too: `triu(1)` leaves the diagonal out."),
            new(Looking.Scores(cutQ, cutK).masked_fill(ones(Places, Places, ScalarType.Bool).triu(2), double.NegativeInfinity).softmax(-1), "Each place still sees the one after it: `triu(1)` begins right above the diagonal."),
            new(Looking.Weights(cutQ, cutK, Math.Sqrt(q.shape[1] / heads)), "The scores are multiplied by √d: divide."),
            new(Looking.Scores(cutQ, cutK).softmax(-1), "Nothing is hidden: later places still get weight."),
            new(Looking.Weights(cutQ, cutK, 1), "The scores are not divided by √d."),
            new(Looking.Scores(cutQ, cutK).masked_fill(Looking.Later(Places), double.NegativeInfinity).softmax(-2), "The softmax runs down the columns; each *row* has to add up to 1: `softmax(-1)`."),
        ];
    }
}
