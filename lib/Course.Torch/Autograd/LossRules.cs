using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Gradients of losses.</summary>
internal static class LossRules
{
    /// <summary>(softmax − onehot) g, row by row. Saved: x, classes, logs.</summary>
    public static readonly GradientRule CrossEntropy = (node, g) =>
    {
        var (x, classes) = (node.Saved(0), node.Saved(1));
        if (Graph.Enabled)
        {
            var hits = classes.unsqueeze(1).eq(arange(x.Shape[1])).to_type(x.dtype);
            node.Pass(0, (x.softmax(1) - hits) * g.unsqueeze(1));
        }
        else
        {
            node.Pass(0, CrossEntropyOps.Backward(x, classes, node.Saved(2), g.Packed()));
        }
    };
}
