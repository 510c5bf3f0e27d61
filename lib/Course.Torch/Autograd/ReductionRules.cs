using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Gradients of reductions: what one result owes to each of its terms.</summary>
internal static class ReductionRules
{
    /// <summary>Each term gets the whole gradient. <paramref name="kept"/>: the result's shape with reduced sizes 1.</summary>
    public static GradientRule Sum(long[] kept) => (node, g) =>
        node.Pass(0, g.reshape(kept).expand(node.ShapeOf(0)));

    public static GradientRule Mean(long[] kept) => (node, g) =>
    {
        var count = Layout.Count(node.ShapeOf(0)) / (double)Math.Max(1, Layout.Count(kept));
        node.Pass(0, (g / count).reshape(kept).expand(node.ShapeOf(0)));
    };

    /// <summary>The extreme terms share the gradient evenly. Saved: x, y.</summary>
    public static GradientRule Extreme(long[] kept, bool[] mask) => (node, g) =>
    {
        var (x, y) = (node.Saved(0), node.Saved(1));
        var hits = x.eq(y.reshape(kept)).to_type(g.dtype);
        var dims = Enumerable.Range(0, mask.Length).Where(d => mask[d]).Select(d => (long)d).ToArray();
        var share = mask.Length == 0 ? hits : hits / hits.sum(dims, keepdim: true);
        node.Pass(0, share * g.reshape(kept));
    };

    /// <summary>Each factor gets the product of the others, also where some are 0. Saved: x. The dimension was the last.</summary>
    public static readonly GradientRule Product = (node, g) =>
    {
        var x = node.Saved(0);
        var one = ones_like(x.narrow(-1, 0, Math.Min(1, x.Shape[^1])));
        var before = cat([one, x.narrow(-1, 0, Math.Max(0, x.Shape[^1] - 1))], -1).cumprod(-1);
        var after = cat([one, x.flip(-1).narrow(-1, 0, Math.Max(0, x.Shape[^1] - 1))], -1).cumprod(-1).flip(-1);
        node.Pass(0, g.unsqueeze(-1) * before * after);
    };

    public static GradientRule CumulativeSum(int dim) => (node, g) => node.Pass(0, g.flip(dim).cumsum(dim).flip(dim));

    /// <summary>0 where the deviation is 0: the root has no slope there. Saved: the deviation.</summary>
    public static readonly UnaryRule Deviation = UnaryRule.OfResult((g, y) => (g / (y * 2)).masked_fill(y.eq(0), 0));

    /// <summary>The dimension was the last.</summary>
    public static readonly UnaryRule Softmax = UnaryRule.OfResult((g, y) => (g - (g * y).sum(-1, keepdim: true)) * y).WithKernel(RowOps.SoftmaxBackward);

    /// <summary>The dimension was the last.</summary>
    public static readonly UnaryRule LogSoftmax = UnaryRule.OfResult((g, y) => g - (y.exp() * g.sum(-1, keepdim: true))).WithKernel(RowOps.LogSoftmaxBackward);
}
