using System.Numerics;
using System.Numerics.Tensors;

namespace TorchSharp.Kernels;

internal readonly struct AbsKernel : INumberUnary
{
    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, INumber<T>
        => TensorPrimitives.Abs(x, y);
}

internal readonly struct NegateKernel : INumberUnary
{
    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, INumber<T>
        => TensorPrimitives.Subtract(T.Zero, x, y);
}

internal readonly struct SquareKernel : INumberUnary
{
    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, INumber<T>
        => TensorPrimitives.Multiply(x, x, y);
}

/// <summary>−1, 0 or 1; 0 for NaN.</summary>
internal readonly struct SignKernel : INumberUnary
{
    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, INumber<T>
    {
        for (var i = 0; i < x.Length; i++)
        {
            y[i] = T.IsNaN(x[i]) ? T.Zero : T.CreateChecked(T.Sign(x[i]));
        }
    }
}
