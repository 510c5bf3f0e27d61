using System.Numerics;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace TorchSharp.Kernels;

/// <summary>One vector register of numbers, as the matrix kernels use it.</summary>
internal unsafe interface ILane<T, TVector>
    where T : unmanaged
    where TVector : struct
{
    static abstract int Width { get; }

    static abstract TVector Load(T* from);

    static abstract void Store(TVector value, T* to);

    static abstract TVector Spread(T value);

    static abstract TVector MultiplyAdd(TVector a, TVector b, TVector sum);

    static abstract TVector Add(TVector a, TVector b);
}

internal readonly unsafe struct Float512 : ILane<float, Vector512<float>>
{
    public static int Width => 16;

    public static Vector512<float> Load(float* from) => Vector512.Load(from);

    public static void Store(Vector512<float> value, float* to) => value.Store(to);

    public static Vector512<float> Spread(float value) => Vector512.Create(value);

    public static Vector512<float> MultiplyAdd(Vector512<float> a, Vector512<float> b, Vector512<float> sum) => Avx512F.FusedMultiplyAdd(a, b, sum);

    public static Vector512<float> Add(Vector512<float> a, Vector512<float> b) => a + b;
}

internal readonly unsafe struct Double512 : ILane<double, Vector512<double>>
{
    public static int Width => 8;

    public static Vector512<double> Load(double* from) => Vector512.Load(from);

    public static void Store(Vector512<double> value, double* to) => value.Store(to);

    public static Vector512<double> Spread(double value) => Vector512.Create(value);

    public static Vector512<double> MultiplyAdd(Vector512<double> a, Vector512<double> b, Vector512<double> sum) => Avx512F.FusedMultiplyAdd(a, b, sum);

    public static Vector512<double> Add(Vector512<double> a, Vector512<double> b) => a + b;
}

internal readonly unsafe struct Float256 : ILane<float, Vector256<float>>
{
    public static int Width => 8;

    public static Vector256<float> Load(float* from) => Vector256.Load(from);

    public static void Store(Vector256<float> value, float* to) => value.Store(to);

    public static Vector256<float> Spread(float value) => Vector256.Create(value);

    public static Vector256<float> MultiplyAdd(Vector256<float> a, Vector256<float> b, Vector256<float> sum) => Fma.MultiplyAdd(a, b, sum);

    public static Vector256<float> Add(Vector256<float> a, Vector256<float> b) => a + b;
}

internal readonly unsafe struct Double256 : ILane<double, Vector256<double>>
{
    public static int Width => 4;

    public static Vector256<double> Load(double* from) => Vector256.Load(from);

    public static void Store(Vector256<double> value, double* to) => value.Store(to);

    public static Vector256<double> Spread(double value) => Vector256.Create(value);

    public static Vector256<double> MultiplyAdd(Vector256<double> a, Vector256<double> b, Vector256<double> sum) => Fma.MultiplyAdd(a, b, sum);

    public static Vector256<double> Add(Vector256<double> a, Vector256<double> b) => a + b;
}

/// <summary>Any machine, also with hardware intrinsics off.</summary>
internal readonly unsafe struct Portable<T> : ILane<T, Vector128<T>>
    where T : unmanaged, INumber<T>
{
    public static int Width => Vector128<T>.Count;

    public static Vector128<T> Load(T* from) => Vector128.Load(from);

    public static void Store(Vector128<T> value, T* to) => value.Store(to);

    public static Vector128<T> Spread(T value) => Vector128.Create(value);

    public static Vector128<T> MultiplyAdd(Vector128<T> a, Vector128<T> b, Vector128<T> sum) => (a * b) + sum;

    public static Vector128<T> Add(Vector128<T> a, Vector128<T> b) => a + b;
}
