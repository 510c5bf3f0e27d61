using System.Numerics;

namespace TorchSharp.Kernels;

internal readonly struct EqualOp : IComparison
{
    public static bool Invoke<T>(T a, T b)
        where T : unmanaged, INumber<T>
        => a == b;
}

internal readonly struct NotEqualOp : IComparison
{
    public static bool Invoke<T>(T a, T b)
        where T : unmanaged, INumber<T>
        => a != b;
}

internal readonly struct LessOp : IComparison
{
    public static bool Invoke<T>(T a, T b)
        where T : unmanaged, INumber<T>
        => a < b;
}

internal readonly struct LessEqualOp : IComparison
{
    public static bool Invoke<T>(T a, T b)
        where T : unmanaged, INumber<T>
        => a <= b;
}

internal readonly struct GreaterOp : IComparison
{
    public static bool Invoke<T>(T a, T b)
        where T : unmanaged, INumber<T>
        => a > b;
}

internal readonly struct GreaterEqualOp : IComparison
{
    public static bool Invoke<T>(T a, T b)
        where T : unmanaged, INumber<T>
        => a >= b;
}

internal readonly struct LogicalAndOp : IComparison
{
    public static bool Invoke<T>(T a, T b)
        where T : unmanaged, INumber<T>
        => a != T.Zero && b != T.Zero;
}

internal readonly struct LogicalOrOp : IComparison
{
    public static bool Invoke<T>(T a, T b)
        where T : unmanaged, INumber<T>
        => a != T.Zero || b != T.Zero;
}

internal readonly struct LogicalXorOp : IComparison
{
    public static bool Invoke<T>(T a, T b)
        where T : unmanaged, INumber<T>
        => a != T.Zero != (b != T.Zero);
}
