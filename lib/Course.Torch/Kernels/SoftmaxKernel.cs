using System.Numerics;
using System.Numerics.Tensors;

namespace TorchSharp.Kernels;

/// <summary>Softmax and its logarithm over rows, with the row maximum removed first.</summary>
internal static class SoftmaxKernel
{
    public static void Forward<T>(ReadOnlySpan<T> x, Span<T> y, int n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (var start = 0; start < x.Length; start += n)
        {
            var source = x.Slice(start, n);
            var target = y.Slice(start, n);
            TensorPrimitives.Subtract(source, TensorPrimitives.Max(source), target);
            TensorPrimitives.Exp<T>(target, target);
            TensorPrimitives.Multiply(target, T.One / SumReducer.Row<T>(target), target);
        }
    }

    public static void LogForward<T>(ReadOnlySpan<T> x, Span<T> y, int n, Span<T> scratch)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (HostKernels.Present && HostKernels.TrySoftmax(HostKernels.SoftmaxKind.LogForward, x, default, y, n))
        {
            return;
        }

        for (var start = 0; start < x.Length; start += n)
        {
            var source = x.Slice(start, n);
            var target = y.Slice(start, n);
            TensorPrimitives.Subtract(source, TensorPrimitives.Max(source), target);
            TensorPrimitives.Exp<T>(target, scratch);
            TensorPrimitives.Subtract(target, T.Log(SumReducer.Row<T>(scratch)), target);
        }
    }

    /// <summary>dx = (g − Σ g y) y.</summary>
    public static void Backward<T>(ReadOnlySpan<T> g, ReadOnlySpan<T> y, Span<T> dx, int n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (var start = 0; start < g.Length; start += n)
        {
            var gradient = g.Slice(start, n);
            var result = y.Slice(start, n);
            var target = dx.Slice(start, n);
            TensorPrimitives.Multiply(gradient, result, target);
            var dot = SumReducer.Row<T>(target);
            TensorPrimitives.MultiplyAdd(result, -dot, target, target);
        }
    }

    /// <summary>dx = g − e^y Σ g.</summary>
    public static void LogBackward<T>(ReadOnlySpan<T> g, ReadOnlySpan<T> y, Span<T> dx, int n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (HostKernels.Present && HostKernels.TrySoftmax(HostKernels.SoftmaxKind.LogBackward, y, g, dx, n))
        {
            return;
        }

        for (var start = 0; start < g.Length; start += n)
        {
            var gradient = g.Slice(start, n);
            var target = dx.Slice(start, n);
            TensorPrimitives.Exp(y.Slice(start, n), target);
            TensorPrimitives.MultiplyAdd(target, -SumReducer.Row(gradient), gradient, target);
        }
    }
}
