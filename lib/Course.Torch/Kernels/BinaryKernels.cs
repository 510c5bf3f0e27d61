using System.Numerics;
using System.Numerics.Tensors;

namespace TorchSharp.Kernels;

internal readonly struct AddKernel : INumberBinary
{
    public static void Invoke<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y)
        where T : unmanaged, INumber<T>
        => TensorPrimitives.Add(a, b, y);

    public static void Invoke<T>(ReadOnlySpan<T> a, T b, Span<T> y)
        where T : unmanaged, INumber<T>
        => TensorPrimitives.Add(a, b, y);

    public static void Invoke<T>(T a, ReadOnlySpan<T> b, Span<T> y)
        where T : unmanaged, INumber<T>
        => TensorPrimitives.Add(b, a, y);
}

internal readonly struct SubtractKernel : INumberBinary
{
    public static void Invoke<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y)
        where T : unmanaged, INumber<T>
        => TensorPrimitives.Subtract(a, b, y);

    public static void Invoke<T>(ReadOnlySpan<T> a, T b, Span<T> y)
        where T : unmanaged, INumber<T>
        => TensorPrimitives.Subtract(a, b, y);

    public static void Invoke<T>(T a, ReadOnlySpan<T> b, Span<T> y)
        where T : unmanaged, INumber<T>
        => TensorPrimitives.Subtract(a, b, y);
}

internal readonly struct MultiplyKernel : INumberBinary
{
    public static void Invoke<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y)
        where T : unmanaged, INumber<T>
        => TensorPrimitives.Multiply(a, b, y);

    public static void Invoke<T>(ReadOnlySpan<T> a, T b, Span<T> y)
        where T : unmanaged, INumber<T>
        => TensorPrimitives.Multiply(a, b, y);

    public static void Invoke<T>(T a, ReadOnlySpan<T> b, Span<T> y)
        where T : unmanaged, INumber<T>
        => TensorPrimitives.Multiply(b, a, y);
}

internal readonly struct DivideKernel : INumberBinary
{
    public static void Invoke<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y)
        where T : unmanaged, INumber<T>
        => TensorPrimitives.Divide(a, b, y);

    public static void Invoke<T>(ReadOnlySpan<T> a, T b, Span<T> y)
        where T : unmanaged, INumber<T>
        => TensorPrimitives.Divide(a, b, y);

    public static void Invoke<T>(T a, ReadOnlySpan<T> b, Span<T> y)
        where T : unmanaged, INumber<T>
        => TensorPrimitives.Divide(a, b, y);
}

internal readonly struct MaximumKernel : INumberBinary
{
    public static void Invoke<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y)
        where T : unmanaged, INumber<T>
        => TensorPrimitives.Max(a, b, y);

    public static void Invoke<T>(ReadOnlySpan<T> a, T b, Span<T> y)
        where T : unmanaged, INumber<T>
        => TensorPrimitives.Max(a, b, y);

    public static void Invoke<T>(T a, ReadOnlySpan<T> b, Span<T> y)
        where T : unmanaged, INumber<T>
        => TensorPrimitives.Max(b, a, y);
}

internal readonly struct MinimumKernel : INumberBinary
{
    public static void Invoke<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y)
        where T : unmanaged, INumber<T>
        => TensorPrimitives.Min(a, b, y);

    public static void Invoke<T>(ReadOnlySpan<T> a, T b, Span<T> y)
        where T : unmanaged, INumber<T>
        => TensorPrimitives.Min(a, b, y);

    public static void Invoke<T>(T a, ReadOnlySpan<T> b, Span<T> y)
        where T : unmanaged, INumber<T>
        => TensorPrimitives.Min(b, a, y);
}

/// <summary>One number operation written for a pair, spread over spans.</summary>
internal interface IPair
{
    static abstract T Invoke<T>(T a, T b)
        where T : unmanaged, INumber<T>;
}

/// <summary>Spreads a pairwise operation over spans.</summary>
internal readonly struct Pairwise<TPair> : INumberBinary
    where TPair : IPair
{
    public static void Invoke<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y)
        where T : unmanaged, INumber<T>
    {
        for (var i = 0; i < y.Length; i++)
        {
            y[i] = TPair.Invoke(a[i], b[i]);
        }
    }

    public static void Invoke<T>(ReadOnlySpan<T> a, T b, Span<T> y)
        where T : unmanaged, INumber<T>
    {
        for (var i = 0; i < y.Length; i++)
        {
            y[i] = TPair.Invoke(a[i], b);
        }
    }

    public static void Invoke<T>(T a, ReadOnlySpan<T> b, Span<T> y)
        where T : unmanaged, INumber<T>
    {
        for (var i = 0; i < y.Length; i++)
        {
            y[i] = TPair.Invoke(a, b[i]);
        }
    }
}

/// <summary>Remainder with the dividend's sign.</summary>
internal readonly struct Fmod : IPair
{
    public static T Invoke<T>(T a, T b)
        where T : unmanaged, INumber<T>
        => a % b;
}

/// <summary>Remainder with the divisor's sign, as in Python.</summary>
internal readonly struct Modulo : IPair
{
    public static T Invoke<T>(T a, T b)
        where T : unmanaged, INumber<T>
    {
        var rest = a % b;
        return rest != T.Zero && T.IsNegative(rest) != T.IsNegative(b) ? rest + b : rest;
    }
}

/// <summary>Quotient rounded towards −∞.</summary>
internal readonly struct FloorQuotient : IPair
{
    public static T Invoke<T>(T a, T b)
        where T : unmanaged, INumber<T>
    {
        var rest = a % b;
        if (T.IsNaN(rest))
        {
            return a / b; // infinite or zero divisor: the plain quotient says what torch says
        }

        var whole = (a - rest) / b;
        return rest != T.Zero && T.IsNegative(rest) != T.IsNegative(b) ? whole - T.One : whole;
    }
}

/// <summary>Larger of two, NaN only if both are.</summary>
internal readonly struct Fmax : IPair
{
    public static T Invoke<T>(T a, T b)
        where T : unmanaged, INumber<T>
        => T.MaxNumber(a, b);
}

/// <summary>Smaller of two, NaN only if both are.</summary>
internal readonly struct Fmin : IPair
{
    public static T Invoke<T>(T a, T b)
        where T : unmanaged, INumber<T>
        => T.MinNumber(a, b);
}

/// <summary>aᵇ; whole numbers by squaring, b ≥ 0.</summary>
internal readonly struct Power : IPair
{
    public static T Invoke<T>(T a, T b)
        where T : unmanaged, INumber<T>
    {
        if (typeof(T) == typeof(float))
        {
            return (T)(object)MathF.Pow((float)(object)a, (float)(object)b);
        }

        if (typeof(T) == typeof(double))
        {
            return (T)(object)Math.Pow((double)(object)a, (double)(object)b);
        }

        var result = T.One;
        for (var n = long.CreateChecked(b); n > 0; n >>= 1)
        {
            if ((n & 1) != 0)
            {
                result *= a;
            }

            a *= a;
        }

        return result;
    }
}

internal readonly struct ArcTangent2 : IPair
{
    public static T Invoke<T>(T a, T b)
        where T : unmanaged, INumber<T>
        => T.CreateTruncating(Math.Atan2(double.CreateTruncating(a), double.CreateTruncating(b)));
}

internal readonly struct CopySignPair : IPair
{
    public static T Invoke<T>(T a, T b)
        where T : unmanaged, INumber<T>
        => T.CreateTruncating(Math.CopySign(double.CreateTruncating(a), double.CreateTruncating(b)));
}

internal readonly struct HypotPair : IPair
{
    public static T Invoke<T>(T a, T b)
        where T : unmanaged, INumber<T>
        => T.CreateTruncating(double.Hypot(double.CreateTruncating(a), double.CreateTruncating(b)));
}

/// <summary>ln(eᵃ + eᵇ) without overflow.</summary>
internal readonly struct LogAddExp : IPair
{
    public static T Invoke<T>(T a, T b)
        where T : unmanaged, INumber<T>
    {
        var (x, y) = (double.CreateTruncating(a), double.CreateTruncating(b));
        var top = Math.Max(x, y);
        return T.CreateTruncating(double.IsInfinity(top) ? top : top + double.LogP1(Math.Exp(Math.Min(x, y) - top)));
    }
}

/// <summary>x ln y, 0 where x is 0.</summary>
internal readonly struct XLogY : IPair
{
    public static T Invoke<T>(T a, T b)
        where T : unmanaged, INumber<T>
        => a == T.Zero && !T.IsNaN(b) ? T.Zero : T.CreateTruncating(double.CreateTruncating(a) * Math.Log(double.CreateTruncating(b)));
}
