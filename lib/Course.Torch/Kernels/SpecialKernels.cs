using System.Numerics;
using System.Runtime.InteropServices;

namespace TorchSharp.Kernels;

/// <summary>x − trunc(x).</summary>
internal readonly struct FracKernel : IFloatUnary
{
    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (var i = 0; i < x.Length; i++)
        {
            y[i] = x[i] - T.Truncate(x[i]);
        }
    }
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

internal readonly struct ErfKernel : IFloatUnary
{
    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (var i = 0; i < x.Length; i++)
        {
            y[i] = T.CreateTruncating(ErrorFunction.Erf(double.CreateTruncating(x[i])));
        }
    }
}

internal readonly struct ErfcKernel : IFloatUnary
{
    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (var i = 0; i < x.Length; i++)
        {
            y[i] = T.CreateTruncating(ErrorFunction.Erfc(double.CreateTruncating(x[i])));
        }
    }
}

internal readonly struct ErfInvKernel : IFloatUnary
{
    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (var i = 0; i < x.Length; i++)
        {
            y[i] = T.CreateTruncating(ErrorFunction.Inverse(double.CreateTruncating(x[i])));
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
