using static TorchSharp.torch;

namespace Course;

using CachedStep = Func<Tensor, Tensor, Tensor, List<Tensor>, List<Tensor>, Tensor>;

/// <summary>Attention for one new token, over keys and values kept from before.</summary>
internal sealed class Exercise16_4 : Exercise<CachedStep>
{
    private const int Width = 8;

    public override string Title => "the cache";

    public override IReadOnlyList<string> Hints =>
    [
        "A token also looks at itself, so add `k` and `v` to the lists first.",
        "`stack(keys)` is (t, d); times `q`, which is (d), that makes the t scores: `stack(keys).matmul(q) / Math.Sqrt(q.shape[0])`. No mask: the lists hold nothing later.",
        "`keys.Add(k); values.Add(v); Tensor weights = (stack(keys).matmul(q) / Math.Sqrt(q.shape[0])).softmax(-1); return weights.matmul(stack(values));`",
    ];

    protected override void Examine(CachedStep step, Exam exam)
    {
        using var scope = NewDisposeScope();
        var (q, k, v) = Looking.Drawn(4, 7, Width);
        var (keys, values) = (new List<Tensor>(), new List<Tensor>());
        exam.Compare(
            "the first token sees only itself",
            () => Looking.Array(step(q[0], k[0], v[0], keys, values)),
            Looking.Array(v[0])!,
            Looking.Near);
        exam.That(
            "after one token",
            () => (keys.Count, values.Count),
            counts => counts == (1, 1),
            "one key and one value in the lists",
            counts => counts == (0, 0) ? "The lists are still empty: add the new key and value, for the tokens to come." : "Each token adds one key and one value.");
        for (var i = 1; i < 7; i++)
        {
            var t = i;
            exam.Compare(
                $"token {t + 1}",
                () => Looking.Array(step(q[t], k[t], v[t], keys, values)),
                Wanted(q, k, v, t),
                Looking.Near,
                Slips(q, k, v, t));
        }

        exam.Equal("after seven tokens: keys and values in the lists", () => new[] { keys.Count, values.Count }, (int[])[7, 7]);
    }

    private static object Wanted(Tensor q, Tensor k, Tensor v, int t) => Looking.Array(Looking.Weights(q, k)[t].matmul(v))!;

    private static Suspect[] Slips(Tensor q, Tensor k, Tensor v, int t)
    {
        object Seen(int from, int to, double scale) =>
            Looking.Array((k[from..to].matmul(q[t]) * scale).softmax(-1).matmul(v[from..to]))!;
        var root = 1 / Math.Sqrt(Width);
        return
        [
            new(Seen(0, t, root), "The new token does not see itself: add its key and value to the lists before attending."),
            new(Seen(0, t + 1, 1), "The scores are not divided by √d."),
            new(Seen(t, t + 1, root), "The token sees only itself: attend over all that the lists hold."),
        ];
    }
}
