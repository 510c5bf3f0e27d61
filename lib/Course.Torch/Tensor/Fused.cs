using TorchSharp.Kernels;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Operations of networks that are one kernel with one gradient: Ops computes, and here the history is recorded. Shapes were checked by the caller.</summary>
internal static class Fused
{
    /// <summary>x (…, k) times weightsᵀ (k, n), plus bias (n).</summary>
    public static Tensor Linear(Tensor input, Tensor weights, Tensor? bias)
    {
        var x = input.IsDense ? input : input.Packed();
        var y = MatrixProduct.Linear(x, weights, bias);
        return bias is null
            ? Graph.Record(y, MatrixRules.Linear, [x, weights], [x, weights], "linear")
            : Graph.Record(y, MatrixRules.Linear, [x, weights, bias], [x, weights], "linear");
    }

    /// <summary>Rows of n elements to mean 0 and variance 1, then times weight plus bias.</summary>
    public static Tensor LayerNorm(Tensor input, Tensor? weight, Tensor? bias, int n, double eps)
    {
        var (x, w, b) = (input.Packed(), weight?.Packed(), bias?.Packed());
        var (y, means, scales) = LayerNormOps.Forward(x, w, b, n, eps);
        var rule = NormRules.LayerNorm(n, eps, w is not null, b is not null);
        Tensor[] saved = w is null ? [x, means, scales] : [x, means, scales, w];
        return Graph.Record(y, rule, Present(x, w, b), saved, "layer_norm");
    }

    /// <summary>(N, C, H, W) by weights (O, C / groups, kh, kw).</summary>
    public static Tensor Convolution(Tensor input, Tensor weight, Tensor? bias, WindowGeometry geometry, int groups)
    {
        var (x, w) = (input.Packed(), weight.Packed());
        var y = ConvolutionOps.Forward(x, w, bias?.Packed(), geometry, groups);
        return Graph.Record(y, WindowRules.Convolution(geometry, groups), Present(x, w, bias), [x, w], "conv2d");
    }

    /// <summary>What a convolution does to gradients, as an operation of its own: x (N, C, h, w) by weights (C, O / groups, kh, kw) to shape.</summary>
    /// <param name="geometry">Of the convolution from the result back to x.</param>
    public static Tensor TransposedConvolution(Tensor input, Tensor weight, long[] shape, WindowGeometry geometry, int groups)
    {
        var (x, w) = (input.Packed(), weight.Packed());
        var y = ConvolutionOps.InputGradient(x, w, shape, geometry, groups);
        return Graph.Record(y, WindowRules.TransposedConvolution(geometry, groups), [x, w], [x, w], "conv_transpose2d");
    }

    /// <summary>Largest of each window of (N, C, H, W), and its place in the plane.</summary>
    public static (Tensor Values, Tensor Places) MaxPool(Tensor input, WindowGeometry geometry)
    {
        var x = input.Packed();
        var (y, places) = PoolOps.Max(x, geometry);
        return (Graph.Record(y, WindowRules.MaxPool, [x], [places], "max_pool2d"), places);
    }

    /// <summary>(N, C, H, W) → (N, C · kh · kw, windows).</summary>
    public static Tensor Unfold(Tensor input, WindowGeometry geometry, string op)
    {
        var x = input.Packed();
        return Graph.Record(PoolOps.Unfold(x, geometry), WindowRules.Unfold(geometry), [x], default, op);
    }

    /// <summary>One loss per row of (N, C) scores; every class is in range.</summary>
    public static Tensor CrossEntropy(Tensor scores, Tensor classes)
    {
        var (x, at) = (scores.Packed(), classes.Packed());
        var (losses, logs) = CrossEntropyOps.Forward(x, at);
        return Graph.Record(losses, LossRules.CrossEntropy, [x], [x, at, logs], "cross_entropy");
    }

    /// <summary>softmax(q kᵀ / √d) v in one operation, or null where the kernel does not apply and its parts must do.</summary>
    public static Tensor? Attention(Tensor query, Tensor key, Tensor value, bool causal)
    {
        if (!AttentionOps.Fits(query, key, value))
        {
            return null;
        }

        var (q, k, v) = (query.WithDenseRows(), key.WithDenseRows(), value.WithDenseRows());
        var (y, weights) = AttentionOps.Forward(q, k, v, causal);
        return Graph.Record(y, AttentionRules.Attention(causal), [q, k, v], [q, k, v, weights], "scaled_dot_product_attention");
    }

    /// <summary>softmax(q kᵀ / √d + mask): (…, L, S).</summary>
    public static Tensor AttentionWeights(Tensor query, Tensor key, Tensor? mask, bool causal)
    {
        var scores = (query * (1 / Math.Sqrt(query.Shape[^1]))).matmul(key.mT);
        if (causal)
        {
            scores = scores.masked_fill(ones(query.Shape[^2], key.Shape[^2], ScalarType.Bool).triu(1), double.NegativeInfinity);
        }
        else if (mask is not null)
        {
            scores = mask.dtype == ScalarType.Bool
                ? scores.masked_fill(mask.logical_not(), double.NegativeInfinity)
                : scores + mask;
        }

        return scores.softmax(-1);
    }

    private static Tensor[] Present(params Tensor?[] tensors) => tensors.OfType<Tensor>().ToArray();
}
