using TorchSharp.Kernels;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Attention of float32 heads in one operation: (…, L, d), (…, S, d), (…, S, dv) → (…, L, dv), heads shared out over the threads. Rows are dense.</summary>
internal static unsafe class AttentionOps
{
    /// <summary>Whether the fused kernel applies; otherwise attention is composed of its parts.</summary>
    public static bool Fits(Tensor q, Tensor k, Tensor v) =>
        q.dtype == ScalarType.Float32 && k.dtype == ScalarType.Float32 && v.dtype == ScalarType.Float32
        && q.Rank >= 2 && q.Count > 0 && k.Count > 0 && v.Count > 0
        && q.Shape.AsSpan()[..^2].SequenceEqual(k.Shape.AsSpan()[..^Math.Min(2, k.Rank)])
        && k.Shape.AsSpan()[..^1].SequenceEqual(v.Shape.AsSpan()[..^Math.Min(1, v.Rank)])
        && q.Shape[^1] == k.Shape[^1];

    /// <summary>The result, and the weights of each head for the way back.</summary>
    public static (Tensor Y, Tensor Weights) Forward(Tensor q, Tensor k, Tensor v, bool causal)
    {
        var sizes = Sizes(q, k, v, causal);
        var y = Like(q, v.Shape[^1]);
        var weights = Tensor.Empty([Heads(q), sizes.Queries, sizes.Keys], q.dtype);
        if (HostKernels.Present && HostHeads.TryForward(sizes, q, k, v, weights, y))
        {
            return (y, weights);
        }

        Workers.For(Heads(q), Grain(sizes), (from, to) =>
        {
            for (var head = from; head < to; head++)
            {
                fixed (float* pq = At(q, head), pk = At(k, head), pv = At(v, head), pw = At(weights, head), py = At(y, head))
                {
                    AttentionKernel.Forward(sizes, View(q, pq), View(k, pk), View(v, pv), pw, py, (int)y.Strides[^2]);
                }
            }
        });
        return (y, weights);
    }

    public static (Tensor Dq, Tensor Dk, Tensor Dv) Backward(Tensor g, Tensor q, Tensor k, Tensor v, Tensor weights, bool causal)
    {
        var sizes = Sizes(q, k, v, causal);
        var (dq, dk, dv) = (Like(q, q.Shape[^1]), Like(k, k.Shape[^1]), Like(v, v.Shape[^1]));
        if (HostKernels.Present && HostHeads.TryBackward(sizes, g, q, k, v, weights, dq, dk, dv))
        {
            return (dq, dk, dv);
        }

        Workers.For(Heads(q), Grain(sizes), (from, to) =>
        {
            using var scores = Tensor.Empty([sizes.Queries, sizes.Keys], q.dtype);
            for (var head = from; head < to; head++)
            {
                fixed (float* pg = At(g, head), pq = At(q, head), pk = At(k, head), pv = At(v, head), pw = At(weights, head), ps = At(scores, 0),
                    pdq = At(dq, head), pdk = At(dk, head), pdv = At(dv, head))
                {
                    AttentionKernel.Backward(
                        sizes, View(g, pg), View(q, pq), View(k, pk), View(v, pv), pw, ps, View(dq, pdq), View(dk, pdk), View(dv, pdv));
                }
            }
        });
        return (dq, dk, dv);
    }

    private static AttentionKernel.Sizes Sizes(Tensor q, Tensor k, Tensor v, bool causal) =>
        new((int)q.Shape[^2], (int)k.Shape[^2], (int)q.Shape[^1], (int)v.Shape[^1], (float)(1 / Math.Sqrt(q.Shape[^1])), causal);

    private static int Heads(Tensor q) => (int)Layout.Count(q.Shape.AsSpan()[..^2]);

    // Heads per thread so that each thread gets work worth waking it for.
    private static long Grain(in AttentionKernel.Sizes sizes) =>
        Math.Max(1, Gemm.ParallelWork / 4 / Math.Max(1, 2L * sizes.Queries * sizes.Keys * sizes.Width));

    // Where heads lie beside each other within a position, the result does too: joining them again is then a view.
    private static Tensor Like(Tensor x, long width)
    {
        long[] shape = [.. x.Shape[..^1], width];
        if (x.Rank != 4 || x.Strides[1] >= x.Strides[2])
        {
            return Tensor.Empty(shape, x.dtype);
        }

        using var joined = Tensor.Empty([shape[0], shape[2], shape[1], width], x.dtype);
        return joined.Window(shape, [shape[1] * shape[2] * width, width, shape[1] * width, 1], 0);
    }

    // The first element of a head.
    private static Span<float> At(Tensor x, int head)
    {
        var offset = 0L;
        for (var d = x.Rank - 3; d >= 0; d--)
        {
            offset += head % x.Shape[d] * x.Strides[d];
            head /= (int)x.Shape[d];
        }

        return x.Raw<float>()[(int)offset..];
    }

    private static MatrixView<float> View(Tensor x, float* data) => new(data, (int)x.Strides[^2], 1);
}
