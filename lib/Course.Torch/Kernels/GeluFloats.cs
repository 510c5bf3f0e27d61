using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace TorchSharp.Kernels;

/// <summary>GELU and its derivative on floats, sixteen at a time.</summary>
/// <remarks>
/// With AVX-512 from pieces of Φ, to 1e-6 relative between −3 and 3. Else Φ(x) by Abramowitz and Stegun 1964, 7.1.26: absolute error
/// below 2e-7.
/// </remarks>
internal static class GeluFloats
{
    private const float InverseSqrt2 = 0.70710678f;
    private const float InverseSqrt2Pi = 0.39894228f;

    // At −x, where both vanish: Φ, and its sum with x φ.
    private static readonly float[] Tail = Pieces.Of(x => ErrorFunction.Erfc(x * ErrorFunction.InverseSqrt2) / 2);
    private static readonly float[] TailSlope = Pieces.Of(x => (ErrorFunction.Erfc(x * ErrorFunction.InverseSqrt2) / 2) - (x * Math.Exp(x * x / -2) / Math.Sqrt(2 * Math.PI)));

    /// <summary>y = x Φ(x).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Forward(ReadOnlySpan<float> x, Span<float> y)
    {
        if (Avx512F.IsSupported)
        {
            ForwardInPieces(x, y);
            return;
        }

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

        if (Avx512F.IsSupported)
        {
            BackwardInPieces(g, x, dx);
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

    // No call in the loops: the coefficients must stay in registers.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void ForwardInPieces(ReadOnlySpan<float> x, Span<float> y)
    {
        var (c0, c1, c2) = (Pieces.Term(Tail, 0), Pieces.Term(Tail, 1), Pieces.Term(Tail, 2));
        var (c3, c4, c5) = (Pieces.Term(Tail, 3), Pieces.Term(Tail, 4), Pieces.Term(Tail, 5));
        var i = 0;
        for (; i <= x.Length - Vector512<float>.Count; i += Vector512<float>.Count)
        {
            var v = Vector512.Create(x.Slice(i, Vector512<float>.Count));
            FromTail(v, Pieces.At(Size(v), c0, c1, c2, c3, c4, c5)).CopyTo(y[i..]);
        }

        for (; i < x.Length; i++)
        {
            var v = Vector512.Create(x[i]);
            y[i] = FromTail(v, Pieces.At(Size(v), c0, c1, c2, c3, c4, c5)).ToScalar();
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void BackwardInPieces(ReadOnlySpan<float> g, ReadOnlySpan<float> x, Span<float> dx)
    {
        var (c0, c1, c2) = (Pieces.Term(TailSlope, 0), Pieces.Term(TailSlope, 1), Pieces.Term(TailSlope, 2));
        var (c3, c4, c5) = (Pieces.Term(TailSlope, 3), Pieces.Term(TailSlope, 4), Pieces.Term(TailSlope, 5));
        var i = 0;
        for (; i <= x.Length - Vector512<float>.Count; i += Vector512<float>.Count)
        {
            var v = Vector512.Create(x.Slice(i, Vector512<float>.Count));
            (Vector512.Create(g.Slice(i, Vector512<float>.Count)) * Mirrored(v, Pieces.At(Size(v), c0, c1, c2, c3, c4, c5))).CopyTo(dx[i..]);
        }

        for (; i < x.Length; i++)
        {
            var v = Vector512.Create(x[i]);
            dx[i] = g[i] * Mirrored(v, Pieces.At(Size(v), c0, c1, c2, c3, c4, c5)).ToScalar();
        }
    }

    // x Φ(x) = max(0, x) − |x| Φ(−|x|).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> FromTail(Vector512<float> x, Vector512<float> tail) =>
        Avx512F.FusedMultiplyAddNegated(Size(x), tail, Avx512F.Max(Vector512<float>.Zero, x));

    // What is t at −|x| is 1 − t at |x|.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Mirrored(Vector512<float> x, Vector512<float> tail) =>
        Vector512.ConditionalSelect(Vector512.LessThan(x, Vector512<float>.Zero), tail, Vector512<float>.One - tail);

    // NaN stays.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Size(Vector512<float> x) => Avx512F.Min(Vector512.Create(Pieces.Reach), Vector512.Abs(x));

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
        return Mirrored(x, p * t * bell * 0.5f);
    }
}
