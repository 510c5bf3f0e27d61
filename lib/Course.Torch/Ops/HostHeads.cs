using TorchSharp.Kernels;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Attention handed to the host's kernels, all heads in one call: (heads, …), or (batch, heads, …). False for more dimensions.</summary>
internal static unsafe class HostHeads
{
    public static bool TryForward(in AttentionKernel.Sizes sizes, Tensor q, Tensor k, Tensor v, Tensor weights, Tensor y)
    {
        if (q.Rank > 4)
        {
            return false;
        }

        fixed (float* pq = q.Raw<float>(), pk = k.Raw<float>(), pv = v.Raw<float>(), py = y.Raw<float>(), pw = weights.Raw<float>())
        {
            var heads = Of([q, k, v, y], q);
            heads.At = new() { Q = pq, K = pk, V = pv, Y = py };
            heads.Weights = pw;
            HostKernels.Attention(sizes, ref heads, backward: false);
        }

        return true;
    }

    public static bool TryBackward(in AttentionKernel.Sizes sizes, Tensor g, Tensor q, Tensor k, Tensor v, Tensor weights, Tensor dq, Tensor dk, Tensor dv)
    {
        if (q.Rank > 4)
        {
            return false;
        }

        using var scores = Tensor.Empty([sizes.Queries, sizes.Keys], q.dtype);
        fixed (float* pg = g.Raw<float>(), pq = q.Raw<float>(), pk = k.Raw<float>(), pv = v.Raw<float>(), pw = weights.Raw<float>(), ps = scores.Raw<float>(),
            pdq = dq.Raw<float>(), pdk = dk.Raw<float>(), pdv = dv.Raw<float>())
        {
            var heads = Of([q, k, v, null, g, dq, dk, dv], q);
            heads.At = new() { Q = pq, K = pk, V = pv, G = pg, Dq = pdq, Dk = pdk, Dv = pdv };
            heads.Weights = pw;
            heads.Scores = ps;
            HostKernels.Attention(sizes, ref heads, backward: true);
        }

        return true;
    }

    // Steps of the operands in the kernel's order.
    private static HostKernels.Heads Of(ReadOnlySpan<Tensor?> operands, Tensor q)
    {
        var heads = new HostKernels.Heads { Outer = q.Rank < 4 ? 1 : (int)q.Shape[0], Inner = q.Rank < 3 ? 1 : (int)q.Shape[^3] };
        for (var i = 0; i < operands.Length; i++)
        {
            if (operands[i] is { } x)
            {
                (heads.Row[i], heads.Step[i], heads.Stride[i]) = ((int)x.Strides[^2], x.Rank < 3 ? 0 : (int)x.Strides[^3], x.Rank < 4 ? 0 : (int)x.Strides[0]);
            }
        }

        return heads;
    }
}
