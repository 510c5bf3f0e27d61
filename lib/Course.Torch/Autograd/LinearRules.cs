namespace TorchSharp;

/// <summary>Gradients of equations, determinants and Cholesky factors.</summary>
internal static class LinearRules
{
    /// <summary>Saved: a, x = a⁻¹ b. db = a⁻ᵀ g; da = −db xᵀ.</summary>
    public static readonly GradientRule Solve = (node, g) =>
    {
        var right = node.Saved(0).mT.Solved(g);
        node.Pass(1, right);
        node.Pass(0, -right.matmul(node.Saved(1).mT));
    };

    /// <summary>Of ln |det|. Saved: a. da = g a⁻ᵀ.</summary>
    public static readonly GradientRule LogDeterminant = (node, g) =>
        node.Pass(0, g.unsqueeze(-1).unsqueeze(-1) * node.Saved(0).Inverted().mT);

    /// <summary>Saved: l. Half of the lower triangle of lᵀ g, brought back through l, made symmetric.</summary>
    public static readonly GradientRule Cholesky = (node, g) =>
    {
        var l = node.Saved(0);
        var inner = l.mT.matmul(g).tril();
        inner = inner - (inner.diagonal(0, -2, -1).diag_embed() * 0.5);
        var part = l.mT.Solved(l.mT.Solved(inner.mT).mT); // l⁻ᵀ inner l⁻¹
        node.Pass(0, (part + part.mT) * 0.5);
    };
}
