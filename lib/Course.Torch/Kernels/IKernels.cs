using System.Numerics;

namespace TorchSharp.Kernels;

/// <summary>One value in, one out; any number type. Spans have equal length and are the same or do not overlap.</summary>
internal interface INumberUnary
{
    static abstract void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, INumber<T>;
}

/// <summary>One value in, one out; float and double only.</summary>
internal interface IFloatUnary
{
    static abstract void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>;
}

/// <summary>Two values in, one out; any number type. The forms with one number are for broadcasting along a row.</summary>
internal interface INumberBinary
{
    static abstract void Invoke<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y)
        where T : unmanaged, INumber<T>;

    static abstract void Invoke<T>(ReadOnlySpan<T> a, T b, Span<T> y)
        where T : unmanaged, INumber<T>;

    static abstract void Invoke<T>(T a, ReadOnlySpan<T> b, Span<T> y)
        where T : unmanaged, INumber<T>;
}

/// <summary>Two whole numbers in, one out.</summary>
internal interface IIntegerBinary
{
    static abstract T Invoke<T>(T a, T b)
        where T : unmanaged, IBinaryInteger<T>;
}

/// <summary>Two values in, a truth value out.</summary>
internal interface IComparison
{
    static abstract bool Invoke<T>(T a, T b)
        where T : unmanaged, INumber<T>;
}
