using System.Numerics;

namespace TorchSharp.Kernels;

internal readonly struct EqualKernel : IComparison
{
    public static bool Invoke<T>(T a, T b)
        where T : unmanaged, INumber<T>
        => a == b;
}

internal readonly struct NotEqualKernel : IComparison
{
    public static bool Invoke<T>(T a, T b)
        where T : unmanaged, INumber<T>
        => a != b;
}

internal readonly struct LessKernel : IComparison
{
    public static bool Invoke<T>(T a, T b)
        where T : unmanaged, INumber<T>
        => a < b;
}

internal readonly struct LessEqualKernel : IComparison
{
    public static bool Invoke<T>(T a, T b)
        where T : unmanaged, INumber<T>
        => a <= b;
}

internal readonly struct GreaterKernel : IComparison
{
    public static bool Invoke<T>(T a, T b)
        where T : unmanaged, INumber<T>
        => a > b;
}

internal readonly struct GreaterEqualKernel : IComparison
{
    public static bool Invoke<T>(T a, T b)
        where T : unmanaged, INumber<T>
        => a >= b;
}

internal readonly struct LogicalAndKernel : IComparison
{
    public static bool Invoke<T>(T a, T b)
        where T : unmanaged, INumber<T>
        => a != T.Zero && b != T.Zero;
}

internal readonly struct LogicalOrKernel : IComparison
{
    public static bool Invoke<T>(T a, T b)
        where T : unmanaged, INumber<T>
        => a != T.Zero || b != T.Zero;
}

internal readonly struct LogicalXorKernel : IComparison
{
    public static bool Invoke<T>(T a, T b)
        where T : unmanaged, INumber<T>
        => a != T.Zero != (b != T.Zero);
}
