using System.Numerics;

namespace TorchSharp.Kernels;

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
