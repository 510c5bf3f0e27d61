using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Gradient of attention: with p = softmax(s q kᵀ) and y = p v, ∂v = pᵀ g and ∂(q kᵀ) = s p ∘ (g vᵀ − Σ p ∘ g vᵀ).</summary>
internal static class AttentionRules
{
    // Saved: q, k, v, p.
    public static GradientRule Attention(bool causal) => (node, g) =>
    {
        var (q, k, v) = (node.Saved(0), node.Saved(1), node.Saved(2));
        var (dq, dk, dv) = Graph.Enabled ? Differentiable(g, q, k, v, causal) : AttentionOps.Backward(g.WithDenseRows(), q, k, v, node.Saved(3), causal);
        node.Pass(0, dq);
        node.Pass(1, dk);
        node.Pass(2, dv);
    };

    private static (Tensor Dq, Tensor Dk, Tensor Dv) Differentiable(Tensor g, Tensor q, Tensor k, Tensor v, bool causal)
    {
        var p = Fused.AttentionWeights(q, k, null, causal);
        var slopes = g.matmul(v.mT);
        var scores = p * (slopes - (p * slopes).sum(-1, keepdim: true)) * (1 / Math.Sqrt(q.Shape[^1]));
        return (scores.matmul(k), scores.mT.matmul(q), p.mT.matmul(g));
    }
}
