using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Gradients of picking and placing: what was read is added back, what was overwritten gets nothing.</summary>
internal static class GatherRules
{
    // Saved: index.
    public static GradientRule Select(int dim) => (node, g) =>
        node.Pass(0, zeros(node.ShapeOf(0), g.dtype).index_add(dim, node.Saved(0), g, 1));

    // Inputs: target, source. Saved: index.
    public static GradientRule IndexAdd(int dim) => (node, g) =>
    {
        node.Pass(0, g);
        if (node.Needs(1))
        {
            node.Pass(1, g.index_select(dim, node.Saved(0)));
        }
    };

    public static GradientRule IndexCopy(int dim) => (node, g) =>
    {
        if (node.Needs(0))
        {
            node.Pass(0, g.index_fill(dim, node.Saved(0), 0));
        }

        if (node.Needs(1))
        {
            node.Pass(1, g.index_select(dim, node.Saved(0)));
        }
    };

    public static GradientRule IndexFill(int dim) => (node, g) => node.Pass(0, g.index_fill(dim, node.Saved(0), 0));

    public static GradientRule Gather(int dim) => (node, g) =>
        node.Pass(0, zeros(node.ShapeOf(0), g.dtype).scatter_add(dim, node.Saved(0), g));

    public static GradientRule Scatter(int dim) => (node, g) =>
    {
        var index = node.Saved(0);
        if (node.Needs(0))
        {
            node.Pass(0, g.scatter(dim, index, zeros(index.Shape, g.dtype)));
        }

        PassPicked(node, g, dim, index);
    };

    public static GradientRule ScatterAdd(int dim) => (node, g) =>
    {
        node.Pass(0, g);
        PassPicked(node, g, dim, node.Saved(0));
    };

    // Saved: condition.
    public static readonly GradientRule Where = (node, g) =>
    {
        var condition = node.Saved(0);
        if (node.Needs(0))
        {
            node.Pass(0, g.masked_fill(condition.logical_not(), 0));
        }

        if (node.Needs(1))
        {
            node.Pass(1, g.masked_fill(condition, 0));
        }
    };

    public static readonly GradientRule MaskedFill = (node, g) => node.Pass(0, g.masked_fill(node.Saved(0), 0));

    // The source may be larger than the index: only its corner was used.
    private static void PassPicked(Node node, Tensor g, int dim, Tensor index)
    {
        if (!node.Needs(1))
        {
            return;
        }

        var picked = g.gather(dim, index);
        node.Pass(1, picked.Shape.AsSpan().SequenceEqual(node.ShapeOf(1))
            ? picked
            : picked.PlaceInto(node.ShapeOf(1), whole => Tensor.Corner(whole, index.Shape)));
    }
}
