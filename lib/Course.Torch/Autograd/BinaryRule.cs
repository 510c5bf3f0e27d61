using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>
/// The two derivatives of a function of two tensors, from (g, a, b, y). Each is computed only if wanted;
/// sums over broadcast dimensions are taken by <see cref="Node.Pass"/>.
/// </summary>
internal sealed class BinaryRule(
    Func<Tensor, Tensor, Tensor, Tensor, Tensor> left, Func<Tensor, Tensor, Tensor, Tensor, Tensor> right, Keeps keeps = Keeps.Inputs)
{
    public Tensor Record(Tensor y, Tensor a, Tensor b, string op) => keeps switch
    {
        Keeps.Nothing => Graph.Record(y, LinearRule, [a, b], default, op),
        Keeps.Factors => Graph.Record(y, Rule, [a, b], [b.requires_grad ? a : b, b], op),
        Keeps.Inputs => Graph.Record(y, Rule, [a, b], [a, b], op),
        _ => Graph.Record(y, Rule, [a, b], [a, b, y], op),
    };

    private void Rule(Node node, Tensor g)
    {
        var (a, b) = (node.Saved(0), node.Saved(1));
        var y = keeps == Keeps.Result ? node.Saved(2) : a;
        if (node.Needs(0))
        {
            node.Pass(0, left(g, a, b, y));
        }

        if (node.Needs(1))
        {
            node.Pass(1, right(g, a, b, y));
        }
    }

    // The factors are not looked at: sums and differences save nothing.
    private void LinearRule(Node node, Tensor g)
    {
        if (node.Needs(0))
        {
            node.Pass(0, left(g, g, g, g));
        }

        if (node.Needs(1))
        {
            node.Pass(1, right(g, g, g, g));
        }
    }
}

/// <summary>What a rule needs besides the gradient.</summary>
internal enum Keeps
{
    Nothing,

    /// <summary>a only for b's gradient, as in a product: a large input beside a constant is not kept.</summary>
    Factors,
    Inputs,
    Result,
}
