using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Gradients of normalisation.</summary>
internal static class NormRules
{
    // Inputs: x, then weight and bias if there are any. Saved: x, means, scales, and weight if there is one.
    public static GradientRule LayerNorm(int n, double eps, bool hasWeight, bool hasBias) => (node, g) =>
    {
        var (x, means, scales) = (node.Saved(0), node.Saved(1), node.Saved(2));
        var weight = hasWeight ? node.Saved(3) : null;
        if (Graph.Enabled)
        {
            Differentiable(node, g, x, weight, n, eps, hasBias);
            return;
        }

        var wantsWeight = node.InputCount > 1;
        var (dx, dWeight, dBias) = LayerNormOps.Backward(g.Packed(), x, weight, means, scales, n, wantsWeight);
        node.Pass(0, dx);
        if (hasWeight)
        {
            node.Pass(1, dWeight!.reshape(node.ShapeOf(1)));
        }

        if (hasBias)
        {
            var at = node.InputCount - 1;
            node.Pass(at, dBias!.reshape(node.ShapeOf(at)));
        }
    };

    private static void Differentiable(Node node, Tensor g, Tensor x, Tensor? weight, int n, double eps, bool hasBias)
    {
        var (rows, gradient) = (x.reshape(-1, n), g.reshape(-1, n));
        var centred = rows - rows.mean([1], keepdim: true);
        var scale = (centred.square().mean([1], keepdim: true) + eps).rsqrt();
        var normal = centred * scale;
        var scaled = weight is null ? gradient : gradient * weight.reshape(-1);
        node.Pass(0, ((scaled - scaled.mean([1], keepdim: true) - (normal * (scaled * normal).mean([1], keepdim: true))) * scale).reshape(node.ShapeOf(0)));
        if (weight is not null)
        {
            node.Pass(1, (gradient * normal).sum(0L).reshape(node.ShapeOf(1)));
        }

        if (hasBias)
        {
            node.Pass(node.InputCount - 1, gradient.sum(0L).reshape(node.ShapeOf(node.InputCount - 1)));
        }
    }
}
