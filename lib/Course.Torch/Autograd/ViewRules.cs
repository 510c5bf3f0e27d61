using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Gradients of views and copies: the same elements seen the other way round.</summary>
internal static class ViewRules
{
    public static readonly GradientRule Same = (node, g) => node.Pass(0, g);

    public static readonly GradientRule Reshape = (node, g) => node.Pass(0, g.reshape(node.ShapeOf(0)));

    public static GradientRule Permute(int[] order)
    {
        var inverse = new long[order.Length];
        for (var d = 0; d < order.Length; d++)
        {
            inverse[order[d]] = d;
        }

        return (node, g) => node.Pass(0, g.permute(inverse));
    }

    /// <summary>Zeros everywhere but in the part [start, start + count · step) of one dimension.</summary>
    public static GradientRule Slice(int dim, long start, long step) => (node, g) =>
        node.PassPart(0, g, whole => whole.StepThrough(dim, start, g.Shape[dim], step));

    public static GradientRule Select(int dim, long index) => (node, g) =>
        node.PassPart(0, g, whole => whole.select(dim, index));

    public static GradientRule Diagonal(long offset, int dim1, int dim2) => (node, g) =>
        node.PassPart(0, g, whole => whole.diagonal(offset, dim1, dim2));

    /// <summary>Gradient of a window of any geometry on its base; elements seen several times gather all their gradients.</summary>
    public static GradientRule Window(Tensor view, Tensor root)
    {
        var (shape, strides, offset) = (view.Shape, view.Strides, view.Offset);
        var (rootShape, rootStrides, rootOffset) = (root.Shape, root.Strides, root.Offset);
        var extent = root.Storage.Bytes / root.ElementSize;
        return (node, g) =>
        {
            using var quiet = no_grad();
            var memory = zeros(extent, g.dtype);
            var places = arange(extent).as_strided(shape, strides, offset).reshape(-1);
            memory.index_add_(0, places, g.reshape(-1), 1);
            node.Pass(0, memory.as_strided(rootShape, rootStrides, rootOffset).Packed());
        };
    }

    /// <summary>After a write through a view: the base's old gradient is 0 in the window, the written value gets the window's.</summary>
    public static GradientRule WriteThrough(Tensor view, Tensor root)
    {
        var (shape, strides, offset) = (view.Shape, view.Strides, view.Offset);
        var (rootShape, rootStrides, rootOffset) = (root.Shape, root.Strides, root.Offset);
        var extent = root.Storage.Bytes / root.ElementSize;
        return (node, g) =>
        {
            using var quiet = no_grad();
            var memory = zeros(extent, g.dtype);
            var whole = memory.as_strided(rootShape, rootStrides, rootOffset);
            whole.copy_(g);
            var window = memory.as_strided(shape, strides, offset);
            node.Pass(1, window.clone());
            window.zero_();
            node.Pass(0, whole.Packed());
        };
    }
}
