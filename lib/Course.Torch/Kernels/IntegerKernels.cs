using System.Numerics;

namespace TorchSharp.Kernels;

internal readonly struct AndKernel : IIntegerBinary
{
    public static T Invoke<T>(T a, T b)
        where T : unmanaged, IBinaryInteger<T>
        => a & b;
}

internal readonly struct OrKernel : IIntegerBinary
{
    public static T Invoke<T>(T a, T b)
        where T : unmanaged, IBinaryInteger<T>
        => a | b;
}

internal readonly struct XorKernel : IIntegerBinary
{
    public static T Invoke<T>(T a, T b)
        where T : unmanaged, IBinaryInteger<T>
        => a ^ b;
}

internal readonly struct ShiftLeftKernel : IIntegerBinary
{
    public static T Invoke<T>(T a, T b)
        where T : unmanaged, IBinaryInteger<T>
        => a << int.CreateTruncating(b);
}

internal readonly struct ShiftRightKernel : IIntegerBinary
{
    public static T Invoke<T>(T a, T b)
        where T : unmanaged, IBinaryInteger<T>
        => a >> int.CreateTruncating(b);
}
