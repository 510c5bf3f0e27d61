using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels;

internal readonly struct ReluKernel : INumberUnary
{
    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, INumber<T>
        => TensorPrimitives.Max(x, T.Zero, y);
}

internal readonly struct SigmoidKernel : IFloatUnary
{
    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => TensorPrimitives.Sigmoid(x, y);
}

internal readonly struct SiluKernel : IFloatUnary
{
    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (var i = 0; i < x.Length; i++)
        {
            y[i] = x[i] / (T.One + T.Exp(-x[i]));
        }
    }
}

/// <summary>ln σ(x), without overflow on either side.</summary>
internal readonly struct LogSigmoidKernel : IFloatUnary
{
    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (var i = 0; i < x.Length; i++)
        {
            y[i] = T.Min(x[i], T.Zero) - T.LogP1(T.Exp(-T.Abs(x[i])));
        }
    }
}

/// <summary>x Φ(x) with the exact normal distribution.</summary>
internal readonly struct GeluKernel : IFloatUnary
{
    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (typeof(T) == typeof(float))
        {
            GeluFloats.Forward(MemoryMarshal.Cast<T, float>(x), MemoryMarshal.Cast<T, float>(y));
            return;
        }

        for (var i = 0; i < x.Length; i++)
        {
            var value = double.CreateTruncating(x[i]);
            y[i] = T.CreateTruncating(0.5 * value * ErrorFunction.Erfc(-value * ErrorFunction.InverseSqrt2));
        }
    }
}

/// <summary>x σ(2 √(2/π) (x + 0.044715 x³)), the tanh approximation.</summary>
internal readonly struct GeluTanhKernel : IFloatUnary
{
    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var scale = T.CreateTruncating(2 * Math.Sqrt(2 / Math.PI));
        var cubic = T.CreateTruncating(0.044715);
        for (var i = 0; i < x.Length; i++)
        {
            var value = x[i];
            var inner = scale * (value + (cubic * value * value * value));
            y[i] = value / (T.One + T.Exp(-inner));
        }
    }
}

/// <summary>Gradients of activations in one pass.</summary>
internal static class ActivationKernels
{
    /// <summary>dx = g where y &gt; 0, else 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void ReluBackward<T>(ReadOnlySpan<T> g, ReadOnlySpan<T> y, Span<T> dx)
        where T : unmanaged, INumber<T>
    {
        if (HostKernels.Present && HostKernels.TryReluBackward(g, y, dx))
        {
            return;
        }

        var width = Vector512<T>.Count;
        var i = 0;
        for (; i <= g.Length - width; i += width)
        {
            var open = Vector512.GreaterThan(Vector512.Create(y.Slice(i, width)), Vector512<T>.Zero);
            (Vector512.Create(g.Slice(i, width)) & open).CopyTo(dx[i..]);
        }

        for (; i < g.Length; i++)
        {
            dx[i] = y[i] > T.Zero ? g[i] : T.Zero;
        }
    }
}
