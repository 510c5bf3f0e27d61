using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace TorchSharp.Kernels;

/// <summary>Elementary functions on sixteen floats.</summary>
internal static class VectorMath
{
    private const float Log2E = 1.44269504f;
    private const float Ln2High = 0.693359375f;
    private const float Ln2Low = -2.12194440e-4f;

    /// <summary>eˣ to about 1e-7 relative, for x ≤ 88; below −87 it vanishes, to 0 at last.</summary>
    /// <remarks>x = n ln 2 + r; eʳ by a polynomial (Cephes, Moshier 1989), 2ⁿ by the exponent bits.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Exp(Vector512<float> x)
    {
        x = Max(Vector512.Create(-105f), x); // e to that is 0 in float
        var scaled = x * Log2E;
        var n = Avx512F.IsSupported ? Avx512F.RoundScale(scaled, 0) : Vector512.Floor(scaled + Vector512.Create(0.5f));
        var r = MultiplyAdd(n, Vector512.Create(-Ln2Low), MultiplyAdd(n, Vector512.Create(-Ln2High), x));
        var p = Vector512.Create(1.9875691500e-4f);
        p = MultiplyAdd(p, r, 1.3981999507e-3f);
        p = MultiplyAdd(p, r, 8.3334519073e-3f);
        p = MultiplyAdd(p, r, 4.1665795894e-2f);
        p = MultiplyAdd(p, r, 1.6666665459e-1f);
        p = MultiplyAdd(p, r, 5.0000001201e-1f);
        var y = MultiplyAdd(p * r, r, r) + Vector512<float>.One;
        return Avx512F.IsSupported ? Avx512F.Scale(y, n) : y * PowerOfTwo(n);
    }

    /// <summary>The larger of both; b where it is NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Max(Vector512<float> a, Vector512<float> b) => Avx512F.IsSupported ? Avx512F.Max(a, b) : Vector512.Max(a, b);

    /// <summary>a · b + c, rounded once where the processor can.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> MultiplyAdd(Vector512<float> a, Vector512<float> b, Vector512<float> c) =>
        Avx512F.IsSupported ? Avx512F.FusedMultiplyAdd(a, b, c) : (a * b) + c;

    /// <inheritdoc cref="MultiplyAdd(Vector512{float}, Vector512{float}, Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> MultiplyAdd(Vector512<float> a, Vector512<float> b, float c) => MultiplyAdd(a, b, Vector512.Create(c));

    // 0 where it would be below the normal numbers.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> PowerOfTwo(Vector512<float> n) =>
        Vector512.ShiftLeft(Vector512.Max(Vector512.ConvertToInt32(n) + Vector512.Create(127), Vector512<int>.Zero), 23).AsSingle();
}
