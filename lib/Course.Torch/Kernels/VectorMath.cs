using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels;

/// <summary>Elementary functions on sixteen floats.</summary>
internal static class VectorMath
{
    private const float Log2E = 1.44269504f;
    private const float Ln2High = 0.693359375f;
    private const float Ln2Low = -2.12194440e-4f;

    /// <summary>eˣ to about 1e-7 relative, for x ≤ 88; below −87 it is 0.</summary>
    /// <remarks>x = n ln 2 + r; eʳ by a polynomial (Cephes, Moshier 1989), 2ⁿ by the exponent bits.</remarks>
    public static Vector512<float> Exp(Vector512<float> x)
    {
        var clamped = Vector512.Min(Vector512.Max(x, Vector512.Create(-87f)), Vector512.Create(88f));
        var n = Vector512.Floor((clamped * Log2E) + Vector512.Create(0.5f));
        var r = clamped - (n * Ln2High) - (n * Ln2Low);
        var p = Vector512.Create(1.9875691500e-4f);
        p = (p * r) + Vector512.Create(1.3981999507e-3f);
        p = (p * r) + Vector512.Create(8.3334519073e-3f);
        p = (p * r) + Vector512.Create(4.1665795894e-2f);
        p = (p * r) + Vector512.Create(1.6666665459e-1f);
        p = (p * r) + Vector512.Create(5.0000001201e-1f);
        var y = (p * r * r) + r + Vector512<float>.One;
        var power = Vector512.ShiftLeft(Vector512.ConvertToInt32(n) + Vector512.Create(127), 23).AsSingle();
        var result = Vector512.ConditionalSelect(Vector512.LessThan(x, Vector512.Create(-87f)), Vector512<float>.Zero, y * power);
        return Vector512.ConditionalSelect(Vector512.Equals(x, x), result, x);
    }
}
