using TorchSharp.Kernels;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Fused operations over the last dimension of dense floating tensors, without history.</summary>
internal static class RowOps
{
    public static Tensor Softmax(Tensor x)
    {
        var y = x.EmptyLike();
        var n = RowLength(x);
        if (x.dtype == ScalarType.Float64)
        {
            SoftmaxKernel.Forward<double>(x.Dense<double>(), y.Dense<double>(), n);
        }
        else
        {
            var source = x.Dense<float>();
            var target = y.Dense<float>();
            for (var start = 0; start < source.Length; start += n)
            {
                SoftmaxRows.Forward(source.Slice(start, n), target.Slice(start, n));
            }
        }

        return Graph.Done(y, x);
    }

    public static Tensor LogSoftmax(Tensor x)
    {
        var y = x.EmptyLike();
        var n = RowLength(x);
        if (x.dtype == ScalarType.Float64)
        {
            SoftmaxKernel.LogForward<double>(x.Dense<double>(), y.Dense<double>(), n, new double[n]);
        }
        else
        {
            SoftmaxKernel.LogForward<float>(x.Dense<float>(), y.Dense<float>(), n, new float[n]);
        }

        return Graph.Done(y, x);
    }

    public static Tensor SoftmaxBackward(Tensor g, Tensor y)
    {
        g = g.contiguous();
        var dx = y.EmptyLike();
        if (y.dtype == ScalarType.Float64)
        {
            SoftmaxKernel.Backward<double>(g.Dense<double>(), y.Dense<double>(), dx.Dense<double>(), RowLength(y));
        }
        else
        {
            var n = RowLength(y);
            var gradient = g.Dense<float>();
            var result = y.Dense<float>();
            var target = dx.Dense<float>();
            for (var start = 0; start < gradient.Length; start += n)
            {
                SoftmaxRows.Backward(gradient.Slice(start, n), result.Slice(start, n), target.Slice(start, n));
            }
        }

        return Graph.Done(dx, g, y);
    }

    public static Tensor LogSoftmaxBackward(Tensor g, Tensor y)
    {
        g = g.contiguous();
        var dx = y.EmptyLike();
        if (y.dtype == ScalarType.Float64)
        {
            SoftmaxKernel.LogBackward<double>(g.Dense<double>(), y.Dense<double>(), dx.Dense<double>(), RowLength(y));
        }
        else
        {
            SoftmaxKernel.LogBackward<float>(g.Dense<float>(), y.Dense<float>(), dx.Dense<float>(), RowLength(y));
        }

        return Graph.Done(dx, g, y);
    }

    private static int RowLength(Tensor x) => x.Rank == 0 ? 1 : Math.Max(1, (int)x.Shape[^1]);
}
