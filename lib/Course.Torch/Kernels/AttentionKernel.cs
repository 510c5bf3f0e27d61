namespace TorchSharp.Kernels;

/// <summary>softmax(scale · q kᵀ) v of one head, with its gradients: the scores of a head stay in the cache.</summary>
internal static unsafe class AttentionKernel
{
    /// <summary>Lengths of one head: queries, keys, their width and the values' width.</summary>
    public readonly record struct Sizes(int Queries, int Keys, int Width, int ValueWidth, float Scale, bool Causal)
    {
        /// <summary>How many keys a query sees.</summary>
        public int Seen(int query) => Causal ? Math.Min(query + 1, Keys) : Keys;
    }

    /// <param name="weights">Receives the softmax, queries × keys, dense.</param>
    /// <param name="y">Receives queries × value width, rows <paramref name="stride"/> apart.</param>
    public static void Forward(in Sizes sizes, MatrixView<float> q, MatrixView<float> k, MatrixView<float> v, float* weights, float* y, int stride)
    {
        Gemm.OneThread(sizes.Queries, sizes.Keys, sizes.Width, q, k.Transposed, weights, sizes.Keys, false);
        for (var i = 0; i < sizes.Queries; i++)
        {
            var row = new Span<float>(weights + ((long)i * sizes.Keys), sizes.Keys);
            var seen = row[..sizes.Seen(i)];
            SoftmaxRows.Scaled(seen, sizes.Scale, seen);
            row[seen.Length..].Clear();
        }

        Gemm.OneThread(sizes.Queries, sizes.ValueWidth, sizes.Keys, new MatrixView<float>(weights, sizes.Keys, 1), v, y, stride, false);
    }

    /// <param name="scores">Scratch, queries × keys.</param>
    /// <param name="dq">As <paramref name="dk"/> and <paramref name="dv"/>: unit column stride.</param>
    public static void Backward(
        in Sizes sizes, MatrixView<float> g, MatrixView<float> q, MatrixView<float> k, MatrixView<float> v, float* weights, float* scores,
        MatrixView<float> dq, MatrixView<float> dk, MatrixView<float> dv)
    {
        var (softmax, slopes) = (new MatrixView<float>(weights, sizes.Keys, 1), new MatrixView<float>(scores, sizes.Keys, 1));
        Gemm.OneThread(sizes.Keys, sizes.ValueWidth, sizes.Queries, softmax.Transposed, g, dv.Data, dv.RowStride, false);
        Gemm.OneThread(sizes.Queries, sizes.Keys, sizes.ValueWidth, g, v.Transposed, scores, sizes.Keys, false);
        for (var i = 0; i < sizes.Queries; i++)
        {
            var row = new Span<float>(scores + ((long)i * sizes.Keys), sizes.Keys);
            var seen = row[..sizes.Seen(i)];
            SoftmaxRows.ScaledBackward(seen, new ReadOnlySpan<float>(weights + ((long)i * sizes.Keys), seen.Length), sizes.Scale, seen);
            row[seen.Length..].Clear();
        }

        Gemm.OneThread(sizes.Queries, sizes.Width, sizes.Keys, slopes, k, dq.Data, dq.RowStride, false);
        Gemm.OneThread(sizes.Keys, sizes.Width, sizes.Queries, slopes.Transposed, q, dk.Data, dk.RowStride, false);
    }
}
