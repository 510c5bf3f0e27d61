using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace TorchSharp.Kernels;

/// <summary>A curve over 0..6 as sixteen polynomials whose coefficients lanes look up in registers; 0 in the last piece.</summary>
/// <remarks>17 operations on sixteen floats where an exponential, a division and a rational take 35. For AVX-512 only.</remarks>
internal static class Pieces
{
    /// <summary>Where the last piece has its middle: callers cut what lies beyond.</summary>
    public const float Reach = 6;

    public const int Count = 16;

    private const int Terms = 6;
    private const float PerUnit = (Count - 1) / Reach;
    private const float Rounding = 3 << 22; // added, it leaves a float's whole part, in its last bits

    /// <summary>Coefficients of all pieces, the constant ones first, through six Chebyshev points of each.</summary>
    public static float[] Of(Func<double, double> curve)
    {
        var table = new float[Terms * Count];
        for (var piece = 0; piece < Count - 1; piece++)
        {
            var coefficients = Through(place => curve((piece + place) / PerUnit));
            for (var term = 0; term < Terms; term++)
            {
                table[(term * Count) + piece] = (float)coefficients[term];
            }
        }

        return table;
    }

    /// <summary>The coefficients of one power, a lane for each piece.</summary>
    public static Vector512<float> Term(float[] table, int power) => Vector512.Create(table.AsSpan(power * Count, Count));

    /// <summary>The curve at x in 0..6, or NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> At(
        Vector512<float> x, Vector512<float> c0, Vector512<float> c1, Vector512<float> c2, Vector512<float> c3, Vector512<float> c4, Vector512<float> c5)
    {
        var scaled = x * PerUnit;
        var shifted = scaled + Vector512.Create(Rounding);
        var place = scaled - (shifted - Vector512.Create(Rounding));
        var piece = shifted.AsInt32();
        var value = Avx512F.PermuteVar16x32(c5, piece);
        value = VectorMath.MultiplyAdd(value, place, Avx512F.PermuteVar16x32(c4, piece));
        value = VectorMath.MultiplyAdd(value, place, Avx512F.PermuteVar16x32(c3, piece));
        value = VectorMath.MultiplyAdd(value, place, Avx512F.PermuteVar16x32(c2, piece));
        value = VectorMath.MultiplyAdd(value, place, Avx512F.PermuteVar16x32(c1, piece));
        return VectorMath.MultiplyAdd(value, place, Avx512F.PermuteVar16x32(c0, piece));
    }

    // Newton's divided differences over −½..½, multiplied out.
    private static double[] Through(Func<double, double> curve)
    {
        var places = Enumerable.Range(0, Terms).Select(i => 0.5 * Math.Cos(Math.PI * ((2 * i) + 1) / (2 * Terms))).ToArray();
        var differences = places.Select(curve).ToArray();
        for (var order = 1; order < Terms; order++)
        {
            for (var i = Terms - 1; i >= order; i--)
            {
                differences[i] = (differences[i] - differences[i - 1]) / (places[i] - places[i - order]);
            }
        }

        var coefficients = new double[Terms];
        for (var i = Terms - 1; i >= 0; i--)
        {
            for (var power = Terms - 1; power > 0; power--)
            {
                coefficients[power] = coefficients[power - 1] - (places[i] * coefficients[power]);
            }

            coefficients[0] = differences[i] - (places[i] * coefficients[0]);
        }

        return coefficients;
    }
}
