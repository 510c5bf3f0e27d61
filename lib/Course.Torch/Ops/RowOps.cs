using TorchSharp.Kernels;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Fused operations over the last dimension of dense floating tensors.</summary>
internal static class RowOps
{
    public static Tensor Softmax(Tensor x)
    {
        var (y, n) = (x.EmptyLike(), RowLength(x));
        InRows(x, n, (from, to) =>
        {
            if (x.dtype == ScalarType.Float64)
            {
                SoftmaxKernel.Forward<double>(x.Dense<double>()[from..to], y.Dense<double>()[from..to], n);
            }
            else
            {
                SoftmaxRows.Forward(x.Dense<float>()[from..to], y.Dense<float>()[from..to], n);
            }
        });
        return Tensor.Done(y, x);
    }

    public static Tensor LogSoftmax(Tensor x)
    {
        var (y, n) = (x.EmptyLike(), RowLength(x));
        InRows(x, n, (from, to) =>
        {
            if (x.dtype == ScalarType.Float64)
            {
                SoftmaxKernel.LogForward<double>(x.Dense<double>()[from..to], y.Dense<double>()[from..to], n, new double[n]);
            }
            else
            {
                SoftmaxKernel.LogForward<float>(x.Dense<float>()[from..to], y.Dense<float>()[from..to], n, new float[n]);
            }
        });
        return Tensor.Done(y, x);
    }

    public static Tensor SoftmaxBackward(Tensor g, Tensor y)
    {
        var (dx, n) = (y.EmptyLike(), RowLength(y));
        InRows(y, n, (from, to) =>
        {
            if (y.dtype == ScalarType.Float64)
            {
                SoftmaxKernel.Backward<double>(g.Dense<double>()[from..to], y.Dense<double>()[from..to], dx.Dense<double>()[from..to], n);
            }
            else
            {
                SoftmaxRows.Backward(g.Dense<float>()[from..to], y.Dense<float>()[from..to], dx.Dense<float>()[from..to], n);
            }
        });
        return Tensor.Done(dx, g, y);
    }

    public static Tensor LogSoftmaxBackward(Tensor g, Tensor y)
    {
        var (dx, n) = (y.EmptyLike(), RowLength(y));
        InRows(y, n, (from, to) =>
        {
            if (y.dtype == ScalarType.Float64)
            {
                SoftmaxKernel.LogBackward<double>(g.Dense<double>()[from..to], y.Dense<double>()[from..to], dx.Dense<double>()[from..to], n);
            }
            else
            {
                SoftmaxKernel.LogBackward<float>(g.Dense<float>()[from..to], y.Dense<float>()[from..to], dx.Dense<float>()[from..to], n);
            }
        });
        return Tensor.Done(dx, g, y);
    }

    // From and to are elements, at the bounds of rows.
    private static void InRows(Tensor x, int n, Action<int, int> body) =>
        Workers.Rows(x.Count / n, n, (from, to) => body(from * n, to * n));

    private static int RowLength(Tensor x) => x.Rank == 0 ? 1 : Math.Max(1, (int)x.Shape[^1]);
}
