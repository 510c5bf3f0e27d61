using System.Numerics;
using System.Numerics.Tensors;

namespace TorchSharp.Kernels;

internal readonly struct ExpOp : IFloatUnary
{
    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => TensorPrimitives.Exp(x, y);
}

internal readonly struct Exp2Op : IFloatUnary
{
    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => TensorPrimitives.Exp2(x, y);
}

internal readonly struct Expm1Op : IFloatUnary
{
    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => TensorPrimitives.ExpM1(x, y);
}

internal readonly struct LogOp : IFloatUnary
{
    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => TensorPrimitives.Log(x, y);
}

internal readonly struct Log2Op : IFloatUnary
{
    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => TensorPrimitives.Log2(x, y);
}

internal readonly struct Log10Op : IFloatUnary
{
    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => TensorPrimitives.Log10(x, y);
}

internal readonly struct Log1pOp : IFloatUnary
{
    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => TensorPrimitives.LogP1(x, y);
}

internal readonly struct SqrtOp : IFloatUnary
{
    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => TensorPrimitives.Sqrt(x, y);
}

internal readonly struct RsqrtOp : IFloatUnary
{
    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => TensorPrimitives.ReciprocalSqrt(x, y);
}

internal readonly struct SinOp : IFloatUnary
{
    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => TensorPrimitives.Sin(x, y);
}

internal readonly struct CosOp : IFloatUnary
{
    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => TensorPrimitives.Cos(x, y);
}

internal readonly struct TanOp : IFloatUnary
{
    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => TensorPrimitives.Tan(x, y);
}

internal readonly struct AsinOp : IFloatUnary
{
    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => TensorPrimitives.Asin(x, y);
}

internal readonly struct AcosOp : IFloatUnary
{
    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => TensorPrimitives.Acos(x, y);
}

internal readonly struct AtanOp : IFloatUnary
{
    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => TensorPrimitives.Atan(x, y);
}

internal readonly struct SinhOp : IFloatUnary
{
    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => TensorPrimitives.Sinh(x, y);
}

internal readonly struct CoshOp : IFloatUnary
{
    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => TensorPrimitives.Cosh(x, y);
}

internal readonly struct TanhOp : IFloatUnary
{
    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => TensorPrimitives.Tanh(x, y);
}

internal readonly struct AsinhOp : IFloatUnary
{
    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => TensorPrimitives.Asinh(x, y);
}

internal readonly struct AcoshOp : IFloatUnary
{
    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => TensorPrimitives.Acosh(x, y);
}

internal readonly struct AtanhOp : IFloatUnary
{
    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => TensorPrimitives.Atanh(x, y);
}

internal readonly struct SigmoidOp : IFloatUnary
{
    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => TensorPrimitives.Sigmoid(x, y);
}

internal readonly struct CeilOp : IFloatUnary
{
    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => TensorPrimitives.Ceiling(x, y);
}

internal readonly struct FloorOp : IFloatUnary
{
    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => TensorPrimitives.Floor(x, y);
}

internal readonly struct TruncOp : IFloatUnary
{
    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => TensorPrimitives.Truncate(x, y);
}

internal readonly struct RoundOp : IFloatUnary
{
    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => TensorPrimitives.Round(x, y);
}

internal readonly struct ReciprocalOp : IFloatUnary
{
    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => TensorPrimitives.Reciprocal(x, y);
}
