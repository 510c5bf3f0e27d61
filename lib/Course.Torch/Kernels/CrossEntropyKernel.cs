using System.Numerics;
using System.Numerics.Tensors;

namespace TorchSharp.Kernels;

/// <summary>Cross-entropy of rows of raw scores against one class each.</summary>
internal static class CrossEntropyKernel
{
    /// <summary>loss[i] = ln Σ e^x − x[class]; the logarithms are kept for the gradient.</summary>
    /// <param name="scratch">n values.</param>
    public static void Forward<T>(ReadOnlySpan<T> x, ReadOnlySpan<long> classes, Span<T> losses, Span<T> logs, int n, Span<T> scratch)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (var row = 0; row < classes.Length; row++)
        {
            var scores = x.Slice(row * n, n);
            var top = TensorPrimitives.Max(scores);
            TensorPrimitives.Subtract(scores, top, scratch);
            TensorPrimitives.Exp<T>(scratch, scratch);
            logs[row] = top + T.Log(SumReducer.Row<T>(scratch));
            losses[row] = logs[row] - scores[(int)classes[row]];
        }
    }

    /// <summary>dx = g (softmax − 1 at the class), g per row.</summary>
    public static void Backward<T>(ReadOnlySpan<T> x, ReadOnlySpan<long> classes, ReadOnlySpan<T> logs, ReadOnlySpan<T> g, Span<T> dx, int n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (var row = 0; row < classes.Length; row++)
        {
            var target = dx.Slice(row * n, n);
            TensorPrimitives.Subtract(x.Slice(row * n, n), logs[row], target);
            TensorPrimitives.Exp<T>(target, target);
            target[(int)classes[row]] -= T.One;
            TensorPrimitives.Multiply(target, g[row], target);
        }
    }
}
