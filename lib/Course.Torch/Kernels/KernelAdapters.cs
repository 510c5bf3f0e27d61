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

internal readonly struct NumberUnary<T, TOp> : IMap<T>
    where T : unmanaged, INumber<T>
    where TOp : INumberUnary
{
    public static void Invoke(ReadOnlySpan<T> x, Span<T> y) => TOp.Invoke(x, y);
}

internal readonly struct FloatUnary<T, TOp> : IMap<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TOp : IFloatUnary
{
    public static void Invoke(ReadOnlySpan<T> x, Span<T> y) => TOp.Invoke(x, y);
}

internal readonly struct NumberBinary<T, TOp> : IZip<T, T>
    where T : unmanaged, INumber<T>
    where TOp : INumberBinary
{
    public static void Invoke(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y) => TOp.Invoke(a, b, y);

    public static void Invoke(ReadOnlySpan<T> a, T b, Span<T> y) => TOp.Invoke(a, b, y);

    public static void Invoke(T a, ReadOnlySpan<T> b, Span<T> y) => TOp.Invoke(a, b, y);
}

internal readonly struct IntegerBinary<T, TOp> : IZip<T, T>
    where T : unmanaged, IBinaryInteger<T>
    where TOp : IIntegerBinary
{
    public static void Invoke(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y)
    {
        for (var i = 0; i < y.Length; i++)
        {
            y[i] = TOp.Invoke(a[i], b[i]);
        }
    }

    public static void Invoke(ReadOnlySpan<T> a, T b, Span<T> y)
    {
        for (var i = 0; i < y.Length; i++)
        {
            y[i] = TOp.Invoke(a[i], b);
        }
    }

    public static void Invoke(T a, ReadOnlySpan<T> b, Span<T> y)
    {
        for (var i = 0; i < y.Length; i++)
        {
            y[i] = TOp.Invoke(a, b[i]);
        }
    }
}

internal readonly struct Comparison<T, TOp> : IZip<T, byte>
    where T : unmanaged, INumber<T>
    where TOp : IComparison
{
    public static void Invoke(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<byte> y)
    {
        for (var i = 0; i < y.Length; i++)
        {
            y[i] = TOp.Invoke(a[i], b[i]) ? (byte)1 : (byte)0;
        }
    }

    public static void Invoke(ReadOnlySpan<T> a, T b, Span<byte> y)
    {
        for (var i = 0; i < y.Length; i++)
        {
            y[i] = TOp.Invoke(a[i], b) ? (byte)1 : (byte)0;
        }
    }

    public static void Invoke(T a, ReadOnlySpan<T> b, Span<byte> y)
    {
        for (var i = 0; i < y.Length; i++)
        {
            y[i] = TOp.Invoke(a, b[i]) ? (byte)1 : (byte)0;
        }
    }
}
