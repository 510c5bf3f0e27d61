using static TorchSharp.torch;

namespace Course;

using CachedStep = Func<Tensor, Tensor, Tensor, List<Tensor>, List<Tensor>, Tensor>;

/// <summary>Attention for one new token, over keys and values kept from before.</summary>
internal sealed class Exercise16_4 : Exercise<CachedStep>
{
    private const int Width = 8;
    private const int Tokens = 7;

    public override string Title => "the cache";

    public override IReadOnlyList<string> Hints =>
    [
        "A token also looks at itself, so add `k` and `v` to the lists first.",
        "`stack(keys)` is (t, d); times `q`, which is (d), that makes the t scores: `stack(keys).matmul(q) / Math.Sqrt(q.shape[0])`. No mask: the lists hold nothing later.",
        "`keys.Add(k); values.Add(v); Tensor weights = (stack(keys).matmul(q) / Math.Sqrt(q.shape[0])).softmax(-1); return weights.matmul(stack(values));`",
    ];

    // The two lists.
    public override IReadOnlyList<int> Changes => [3, 4];

    protected override void Examine(CachedStep step, Exam exam)
    {
        using var scope = NewDisposeScope();
        var (q, k, v) = Looking.Drawn(4, Tokens, Width);
        var (keys, values) = (new List<Tensor>(), new List<Tensor>());
        exam.Compare(
            "the first token sees only itself",
            () => step(q[0], k[0], v[0], keys, values),
            v[0],
            Looking.Near,
            new Suspect(k[0], "That is the key: the weights are for the *values*."),
            new Suspect(q[0], "That is the query: the weights are for the *values*."));
        exam.That(
            "after one token",
            () => (keys.Count, values.Count),
            counts => counts == (1, 1),
            "one key and one value in the lists",
            counts => counts == (0, 0) ? "The lists are still empty: add the new key and value, for the tokens to come." : "Each token adds one key and one value.");
        exam.Compare(
            "tokens 2 to 7",
            () => Each(t => step(q[t], k[t], v[t], keys, values)),
            Each(t => Looking.Weights(q, k)[t].matmul(v)),
            Looking.Near,
            Slips(q, k, v));
        exam.Equal("after seven tokens: keys and values in the lists", () => new[] { keys.Count, values.Count }, (int[])[Tokens, Tokens]);
    }

    private static Tensor Each(Func<int, Tensor> ofToken) => stack(Enumerable.Range(1, Tokens - 1).Select(ofToken).ToArray());

    private static Suspect[] Slips(Tensor q, Tensor k, Tensor v)
    {
        Tensor Seen(int from, int t, int to, double scale) => (k[from..to].matmul(q[t]) * scale).softmax(-1).matmul(v[from..to]);
        Tensor Scores(int t) => k[..(t + 1)].matmul(q[t]) / Math.Sqrt(Width);
        var root = 1 / Math.Sqrt(Width);
        return
        [
            new(Each(t => v[0]), "With one query, a causal mask leaves only the first key in sight. No mask here: the lists hold nothing later."),
            new(Each(t => Seen(0, t, t, root)), "The new token does not see itself: add its key and value to the lists before attending."),
            new(Each(t => Seen(t, t, t + 1, root)), "The token sees only itself: attend over all that the lists hold."),
            new(Each(t => Scores(t).softmax(-1).matmul(k[..(t + 1)])), "The weights are for the *values*: `stack(values)`."),
            new(Each(t => Scores(t).matmul(v[..(t + 1)])), "The softmax is missing: the scores are no weights yet."),
            new(Each(t => (k[..(t + 1)].matmul(k[t]) * root).softmax(-1).matmul(v[..(t + 1)])), "The scores are the keys times the *query* `q`."),
            new(Each(t => Seen(0, t, t + 1, 1 / Math.Sqrt(t + 1))), "The scores are divided by √t, the number of tokens; d is the length of a vector, `q.shape[0]`."),
            new(Each(t => Seen(0, t, t + 1, Math.Sqrt(Width))), "The scores are multiplied by √d: divide."),
            new(Each(t => Seen(0, t, t + 1, 1)), "The scores are not divided by √d."),
        ];
    }
}
