using System.Numerics;

namespace TorchSharp.Kernels;

internal readonly struct AndOp : IIntegerBinary
{
    public static T Invoke<T>(T a, T b)
        where T : unmanaged, IBinaryInteger<T>
        => a & b;
}

internal readonly struct OrOp : IIntegerBinary
{
    public static T Invoke<T>(T a, T b)
        where T : unmanaged, IBinaryInteger<T>
        => a | b;
}

internal readonly struct XorOp : IIntegerBinary
{
    public static T Invoke<T>(T a, T b)
        where T : unmanaged, IBinaryInteger<T>
        => a ^ b;
}

internal readonly struct ShiftLeftOp : IIntegerBinary
{
    public static T Invoke<T>(T a, T b)
        where T : unmanaged, IBinaryInteger<T>
        => a << int.CreateTruncating(b);
}

internal readonly struct ShiftRightOp : IIntegerBinary
{
    public static T Invoke<T>(T a, T b)
        where T : unmanaged, IBinaryInteger<T>
        => a >> int.CreateTruncating(b);
}
