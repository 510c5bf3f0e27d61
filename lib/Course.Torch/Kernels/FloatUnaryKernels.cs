using System.Numerics;
using System.Numerics.Tensors;

namespace TorchSharp.Kernels;

internal readonly struct ExpKernel : IFloatUnary
{
    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => TensorPrimitives.Exp(x, y);
}

internal readonly struct Exp2Kernel : IFloatUnary
{
    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => TensorPrimitives.Exp2(x, y);
}

internal readonly struct Expm1Kernel : IFloatUnary
{
    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => TensorPrimitives.ExpM1(x, y);
}

internal readonly struct LogKernel : IFloatUnary
{
    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => TensorPrimitives.Log(x, y);
}

internal readonly struct Log2Kernel : IFloatUnary
{
    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => TensorPrimitives.Log2(x, y);
}

internal readonly struct Log10Kernel : IFloatUnary
{
    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => TensorPrimitives.Log10(x, y);
}

internal readonly struct Log1pKernel : IFloatUnary
{
    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => TensorPrimitives.LogP1(x, y);
}

internal readonly struct SqrtKernel : IFloatUnary
{
    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => TensorPrimitives.Sqrt(x, y);
}

internal readonly struct RsqrtKernel : IFloatUnary
{
    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => TensorPrimitives.ReciprocalSqrt(x, y);
}

internal readonly struct SinKernel : IFloatUnary
{
    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => TensorPrimitives.Sin(x, y);
}

internal readonly struct CosKernel : IFloatUnary
{
    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => TensorPrimitives.Cos(x, y);
}

internal readonly struct TanKernel : IFloatUnary
{
    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => TensorPrimitives.Tan(x, y);
}

internal readonly struct AsinKernel : IFloatUnary
{
    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => TensorPrimitives.Asin(x, y);
}

internal readonly struct AcosKernel : IFloatUnary
{
    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => TensorPrimitives.Acos(x, y);
}

internal readonly struct AtanKernel : IFloatUnary
{
    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => TensorPrimitives.Atan(x, y);
}

internal readonly struct SinhKernel : IFloatUnary
{
    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => TensorPrimitives.Sinh(x, y);
}

internal readonly struct CoshKernel : IFloatUnary
{
    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => TensorPrimitives.Cosh(x, y);
}

internal readonly struct TanhKernel : IFloatUnary
{
    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => TensorPrimitives.Tanh(x, y);
}

internal readonly struct AsinhKernel : IFloatUnary
{
    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => TensorPrimitives.Asinh(x, y);
}

internal readonly struct AcoshKernel : IFloatUnary
{
    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => TensorPrimitives.Acosh(x, y);
}

internal readonly struct AtanhKernel : IFloatUnary
{
    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => TensorPrimitives.Atanh(x, y);
}

internal readonly struct CeilKernel : IFloatUnary
{
    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => TensorPrimitives.Ceiling(x, y);
}

internal readonly struct FloorKernel : IFloatUnary
{
    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => TensorPrimitives.Floor(x, y);
}

internal readonly struct TruncKernel : IFloatUnary
{
    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => TensorPrimitives.Truncate(x, y);
}

internal readonly struct RoundKernel : IFloatUnary
{
    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => TensorPrimitives.Round(x, y);
}

internal readonly struct ReciprocalKernel : IFloatUnary
{
    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => TensorPrimitives.Reciprocal(x, y);
}

/// <summary>x − trunc(x).</summary>
internal readonly struct FracKernel : IFloatUnary
{
    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (var i = 0; i < x.Length; i++)
        {
            y[i] = x[i] - T.Truncate(x[i]);
        }
    }
}
