using System.Numerics;
using TorchSharp.Kernels;

namespace TorchSharp;

/// <summary>A span kernel of one type, as the drivers call it.</summary>
internal interface IMap<T>
{
    static abstract void Invoke(ReadOnlySpan<T> x, Span<T> y);
}

/// <summary>A span kernel of two operands of one type.</summary>
internal interface IZip<T, TResult>
{
    static abstract void Invoke(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<TResult> y);

    static abstract void Invoke(ReadOnlySpan<T> a, T b, Span<TResult> y);

    static abstract void Invoke(T a, ReadOnlySpan<T> b, Span<TResult> y);
}

internal readonly struct NumberUnary<T, TKernel> : IMap<T>
    where T : unmanaged, INumber<T>
    where TKernel : INumberUnary
{
    public static void Invoke(ReadOnlySpan<T> x, Span<T> y) => TKernel.Invoke(x, y);
}

internal readonly struct FloatUnary<T, TKernel> : IMap<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TKernel : IFloatUnary
{
    public static void Invoke(ReadOnlySpan<T> x, Span<T> y) => TKernel.Invoke(x, y);
}

internal readonly struct NumberBinary<T, TKernel> : IZip<T, T>
    where T : unmanaged, INumber<T>
    where TKernel : INumberBinary
{
    public static void Invoke(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y) => TKernel.Invoke(a, b, y);

    public static void Invoke(ReadOnlySpan<T> a, T b, Span<T> y) => TKernel.Invoke(a, b, y);

    public static void Invoke(T a, ReadOnlySpan<T> b, Span<T> y) => TKernel.Invoke(a, b, y);
}

internal readonly struct IntegerBinary<T, TKernel> : IZip<T, T>
    where T : unmanaged, IBinaryInteger<T>
    where TKernel : IIntegerBinary
{
    public static void Invoke(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y)
    {
        for (var i = 0; i < y.Length; i++)
        {
            y[i] = TKernel.Invoke(a[i], b[i]);
        }
    }

    public static void Invoke(ReadOnlySpan<T> a, T b, Span<T> y)
    {
        for (var i = 0; i < y.Length; i++)
        {
            y[i] = TKernel.Invoke(a[i], b);
        }
    }

    public static void Invoke(T a, ReadOnlySpan<T> b, Span<T> y)
    {
        for (var i = 0; i < y.Length; i++)
        {
            y[i] = TKernel.Invoke(a, b[i]);
        }
    }
}

internal readonly struct Comparison<T, TKernel> : IZip<T, byte>
    where T : unmanaged, INumber<T>
    where TKernel : IComparison
{
    public static void Invoke(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<byte> y)
    {
        for (var i = 0; i < y.Length; i++)
        {
            y[i] = TKernel.Invoke(a[i], b[i]) ? (byte)1 : (byte)0;
        }
    }

    public static void Invoke(ReadOnlySpan<T> a, T b, Span<byte> y)
    {
        for (var i = 0; i < y.Length; i++)
        {
            y[i] = TKernel.Invoke(a[i], b) ? (byte)1 : (byte)0;
        }
    }

    public static void Invoke(T a, ReadOnlySpan<T> b, Span<byte> y)
    {
        for (var i = 0; i < y.Length; i++)
        {
            y[i] = TKernel.Invoke(a, b[i]) ? (byte)1 : (byte)0;
        }
    }
}
