using System.Numerics;
using System.Numerics.Tensors;

namespace TorchSharp.Kernels;

/// <summary>Rows brought to mean 0 and variance 1, then scaled and shifted.</summary>
internal static class LayerNormKernel
{
    /// <param name="weight">n values, or none for 1.</param>
    /// <param name="bias">n values, or none for 0.</param>
    /// <param name="scales">Receives 1 / deviation of each row.</param>
    /// <param name="means">Receives the mean of each row.</param>
    public static void Forward<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> weight, ReadOnlySpan<T> bias, Span<T> y, Span<T> means, Span<T> scales, int n, T eps)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var count = T.CreateChecked(n);
        for (var row = 0; row < means.Length; row++)
        {
            var source = x.Slice(row * n, n);
            var target = y.Slice(row * n, n);
            var mean = SumReducer.Row(source) / count;
            TensorPrimitives.Subtract(source, mean, target);
            var scale = T.One / T.Sqrt((SumOfSquares(target) / count) + eps);
            (means[row], scales[row]) = (mean, scale);
            TensorPrimitives.Multiply(target, scale, target);
            if (!weight.IsEmpty)
            {
                TensorPrimitives.Multiply(target, weight, target);
            }

            if (!bias.IsEmpty)
            {
                TensorPrimitives.Add(target, bias, target);
            }
        }
    }

    /// <summary>dx from g; dWeight and dBias receive sums over the rows if they are wanted (not empty).</summary>
    /// <param name="normal">Scratch of n.</param>
    /// <param name="scaled">Scratch of n.</param>
    public static void Backward<T>(
        ReadOnlySpan<T> g, ReadOnlySpan<T> x, ReadOnlySpan<T> weight, ReadOnlySpan<T> means, ReadOnlySpan<T> scales,
        Span<T> dx, Span<T> dWeight, Span<T> dBias, int n, Span<T> normal, Span<T> scaled)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var count = T.CreateChecked(n);
        for (var row = 0; row < means.Length; row++)
        {
            var gradient = g.Slice(row * n, n);
            var target = dx.Slice(row * n, n);
            TensorPrimitives.Subtract(x.Slice(row * n, n), means[row], normal);
            TensorPrimitives.Multiply(normal, scales[row], normal);
            if (!dWeight.IsEmpty)
            {
                TensorPrimitives.MultiplyAdd(gradient, normal, dWeight, dWeight);
                TensorPrimitives.Add(dBias, gradient, dBias);
            }

            if (weight.IsEmpty)
            {
                gradient.CopyTo(scaled);
            }
            else
            {
                TensorPrimitives.Multiply(gradient, weight, scaled);
            }

            var meanOfGradient = SumReducer.Row<T>(scaled) / count;
            TensorPrimitives.Multiply(scaled, normal, target);
            var meanOfProduct = SumReducer.Row<T>(target) / count;
            TensorPrimitives.Subtract(scaled, meanOfGradient, scaled);
            TensorPrimitives.MultiplyAdd(normal, -meanOfProduct, scaled, target);
            TensorPrimitives.Multiply(target, scales[row], target);
        }
    }

    private static T SumOfSquares<T>(ReadOnlySpan<T> x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Span<T> squares = stackalloc T[256];
        var sum = T.Zero;
        for (var from = 0; from < x.Length; from += squares.Length)
        {
            var part = x.Slice(from, Math.Min(squares.Length, x.Length - from));
            TensorPrimitives.Multiply(part, part, squares);
            sum += SumReducer.Row<T>(squares[..part.Length]);
        }

        return sum;
    }
}
