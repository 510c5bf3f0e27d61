using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels;

/// <summary>GELU and its derivative on floats, sixteen at a time.</summary>
/// <remarks>Φ(x) by Abramowitz and Stegun 1964, 7.1.26: absolute error below 2e-7, as fine as the float result can show.</remarks>
internal static class GeluFloats
{
    private const float InverseSqrt2 = 0.70710678f;
    private const float InverseSqrt2Pi = 0.39894228f;

    /// <summary>y = x Φ(x).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Forward(ReadOnlySpan<float> x, Span<float> y)
    {
        var i = 0;
        for (; i <= x.Length - Vector512<float>.Count; i += Vector512<float>.Count)
        {
            var v = Vector512.Create(x.Slice(i, Vector512<float>.Count));
            (v * Phi(v, Bell(v))).CopyTo(y[i..]);
        }

        for (; i < x.Length; i++)
        {
            var v = Vector512.Create(x[i]);
            y[i] = (v * Phi(v, Bell(v))).ToScalar();
        }
    }

    /// <summary>dx = g (Φ(x) + x φ(x)).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Backward(ReadOnlySpan<float> g, ReadOnlySpan<float> x, Span<float> dx)
    {
        if (HostKernels.Present && HostKernels.TryGeluBackward(g, x, dx))
        {
            return;
        }

        var i = 0;
        for (; i <= x.Length - Vector512<float>.Count; i += Vector512<float>.Count)
        {
            var v = Vector512.Create(x.Slice(i, Vector512<float>.Count));
            (Vector512.Create(g.Slice(i, Vector512<float>.Count)) * Slope(v)).CopyTo(dx[i..]);
        }

        for (; i < x.Length; i++)
        {
            dx[i] = g[i] * Slope(Vector512.Create(x[i])).ToScalar();
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Slope(Vector512<float> x)
    {
        var bell = Bell(x);
        return Phi(x, bell) + (x * bell * InverseSqrt2Pi);
    }

    // e^(−x²/2), shared by Φ and φ.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Bell(Vector512<float> x) => VectorMath.Exp(x * x * -0.5f);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Phi(Vector512<float> x, Vector512<float> bell)
    {
        var t = Vector512<float>.One / ((Vector512.Abs(x) * (InverseSqrt2 * 0.3275911f)) + Vector512<float>.One);
        var p = Vector512.Create(1.061405429f);
        p = VectorMath.MultiplyAdd(p, t, -1.453152027f);
        p = VectorMath.MultiplyAdd(p, t, 1.421413741f);
        p = VectorMath.MultiplyAdd(p, t, -0.284496736f);
        p = VectorMath.MultiplyAdd(p, t, 0.254829592f);
        var tail = p * t * bell * 0.5f;
        return Vector512.ConditionalSelect(Vector512.LessThan(x, Vector512<float>.Zero), tail, Vector512<float>.One - tail);
    }
}
