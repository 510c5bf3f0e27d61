using static TorchSharp.torch;

namespace Course;

/// <summary>Attention for the exercises of notebooks 15 and 16, and what mistaken attention would give.</summary>
internal static class Looking
{
    // Float sums in another order differ by about this much.
    public static readonly Tolerance Near = new(1e-4, 1e-5);

    /// <summary>Queries, keys and values from a seed, (T, C) each.</summary>
    public static (Tensor Q, Tensor K, Tensor V) Drawn(int seed, long places, long width)
    {
        // A generator of its own: an exercise must not move the notebook's random numbers.
        var random = new Random(seed);
        Tensor Next() => tensor(Enumerable.Range(0, (int)(places * width)).Select(_ => (float)((4 * random.NextDouble()) - 2)).ToArray()).reshape(places, width);
        return (Next(), Next(), Next());
    }

    /// <summary>(…, T, d) → (…, T, T): each place sees itself and what came before.</summary>
    public static Tensor Weights(Tensor q, Tensor k, double? scale = null) =>
        Scores(q, k, scale).masked_fill(Later(q.shape[^2]), double.NegativeInfinity).softmax(-1);

    /// <summary>(…, T, d) → (…, T, T), before mask and softmax.</summary>
    public static Tensor Scores(Tensor q, Tensor k, double? scale = null) => q.matmul(k.mT) * (scale ?? (1 / Math.Sqrt(q.shape[^1])));

    /// <summary>True where one may not look: above the diagonal.</summary>
    public static Tensor Later(long places) => ones(places, places, ScalarType.Bool).triu(1);

    /// <summary>(T, C) → (heads, T, C/heads).</summary>
    public static Tensor Cut(Tensor x, long heads) => x.reshape(x.shape[0], heads, -1).transpose(0, 1);
}
