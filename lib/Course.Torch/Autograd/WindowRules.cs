using TorchSharp.Kernels;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Gradients of convolution and pooling.</summary>
internal static class WindowRules
{
    // Inputs: x, w, maybe bias. Saved: x, w.
    public static GradientRule Convolution(WindowGeometry geometry, int groups) => (node, g) =>
    {
        RefuseSecond(node);
        g = g.Packed();
        if (node.Needs(0))
        {
            node.Pass(0, ConvolutionOps.InputGradient(g, node.Saved(1), node.ShapeOf(0), geometry, groups));
        }

        if (node.Needs(1))
        {
            node.Pass(1, ConvolutionOps.WeightGradient(g, node.Saved(0), node.ShapeOf(1), geometry, groups));
        }

        if (node.InputCount > 2 && node.Needs(2))
        {
            node.Pass(2, g.sum([0, 2, 3]));
        }
    };

    // The geometry is that of the convolution from the result back to x. Inputs and saved: x, w.
    public static GradientRule TransposedConvolution(WindowGeometry geometry, int groups) => (node, g) =>
    {
        RefuseSecond(node);
        g = g.Packed();
        if (node.Needs(0))
        {
            node.Pass(0, ConvolutionOps.Forward(g, node.Saved(1), null, geometry, groups));
        }

        if (node.Needs(1))
        {
            node.Pass(1, ConvolutionOps.WeightGradient(node.Saved(0), g, node.ShapeOf(1), geometry, groups));
        }
    };

    // Saved: places (N, C, oh, ow) within each plane.
    public static readonly GradientRule MaxPool = (node, g) =>
    {
        RefuseSecond(node);
        node.Pass(0, PoolOps.MaxBackward(g.Packed(), node.Saved(0), node.ShapeOf(0)));
    };

    // Saved: columns are recomputed from the geometry alone.
    public static GradientRule Unfold(WindowGeometry geometry) => (node, g) =>
    {
        RefuseSecond(node);
        node.Pass(0, PoolOps.Fold(g.Packed(), node.ShapeOf(0), geometry));
    };

    private static void RefuseSecond(Node node)
    {
        if (Graph.Enabled)
        {
            throw new TorchError($"{node.Name}: its gradient is not differentiable again here; use create_graph: false, or the TorchSharp backend");
        }
    }
}
