using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Gradients of matrix products: for y = a b, ∂a = g bᵀ and ∂b = aᵀ g.</summary>
internal static class MatrixRules
{
    // Saved: a (…, m, k), b (…, k, n).
    public static readonly GradientRule Multiply = (node, g) =>
    {
        if (node.Needs(0))
        {
            node.Pass(0, g.matmul(node.Saved(1).mT));
        }

        if (node.Needs(1))
        {
            node.Pass(1, node.Saved(0).mT.matmul(g));
        }
    };

    // Inputs and saved: x (…, k), weight (n, k), maybe bias (n). y = x wᵀ + b.
    public static readonly GradientRule Linear = (node, g) =>
    {
        if (node.Needs(0))
        {
            node.Pass(0, g.matmul(node.Saved(1)));
        }

        if (node.Needs(1))
        {
            var x = node.Saved(0);
            node.Pass(1, g.reshape(-1, g.Shape[^1]).t().matmul(x.reshape(-1, x.Shape[^1])));
        }

        if (node.InputCount > 2 && node.Needs(2))
        {
            node.Pass(2, g.reshape(-1, g.Shape[^1]).sum(0L));
        }
    };
}
