using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace TorchSharp.Kernels;

/// <summary>Cross-entropy of rows of raw scores against one class each.</summary>
internal static class CrossEntropyKernel
{
    /// <summary>loss[i] = ln Σ e^x − x[class]; the logarithms are kept for the gradient.</summary>
    public static void Forward<T>(ReadOnlySpan<T> x, ReadOnlySpan<long> classes, Span<T> losses, Span<T> logs, int n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (HostKernels.Present && HostKernels.TryCrossEntropy(x, classes, losses, logs, n))
        {
            return;
        }

        for (var row = 0; row < classes.Length; row++)
        {
            var scores = x.Slice(row * n, n);
            logs[row] = LogOfSum(scores);
            losses[row] = logs[row] - scores[(int)classes[row]];
        }
    }

    /// <summary>dx = g (softmax − 1 at the class), g per row.</summary>
    public static void Backward<T>(ReadOnlySpan<T> x, ReadOnlySpan<long> classes, ReadOnlySpan<T> logs, ReadOnlySpan<T> g, Span<T> dx, int n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (HostKernels.Present && HostKernels.TryCrossEntropyBackward(x, classes, logs, g, dx, n))
        {
            return;
        }

        for (var row = 0; row < classes.Length; row++)
        {
            var target = dx.Slice(row * n, n);
            Exponentials(x.Slice(row * n, n), logs[row], g[row], target);
            target[(int)classes[row]] -= g[row];
        }
    }

    private static T LogOfSum<T>(ReadOnlySpan<T> x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (typeof(T) == typeof(float))
        {
            return T.CreateTruncating(SoftmaxRows.LogOfSum(MemoryMarshal.Cast<T, float>(x)));
        }

        var (top, sum) = (TensorPrimitives.Max(x), T.Zero);
        foreach (var value in x)
        {
            sum += T.Exp(value - top);
        }

        return top + T.Log(sum);
    }

    private static void Exponentials<T>(ReadOnlySpan<T> x, T log, T factor, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (typeof(T) == typeof(float))
        {
            SoftmaxRows.Exponentials(MemoryMarshal.Cast<T, float>(x), float.CreateTruncating(log), float.CreateTruncating(factor), MemoryMarshal.Cast<T, float>(y));
            return;
        }

        for (var i = 0; i < x.Length; i++)
        {
            y[i] = T.Exp(x[i] - log) * factor;
        }
    }
}
