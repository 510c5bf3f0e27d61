using System.Runtime.CompilerServices;

namespace TorchSharp.Kernels;

/// <summary>The 6 × 2-register tile of a matrix product: 12 sums stay in registers for the whole depth.</summary>
internal readonly unsafe struct Tile6<T, TVector, TLane> : ITile<T>
    where T : unmanaged
    where TVector : struct
    where TLane : ILane<T, TVector>
{
    public static int Rows => 6;

    public static int Columns => 2 * TLane.Width;

    public static int FewRows => Rows;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(int depth, T* a, int rowStride, int step, T* b, T* c, int stride, bool accumulate)
    {
        var zero = TLane.Spread(default);
        TVector c00 = zero, c01 = zero;
        TVector c10 = zero, c11 = zero;
        TVector c20 = zero, c21 = zero;
        TVector c30 = zero, c31 = zero;
        TVector c40 = zero, c41 = zero;
        TVector c50 = zero, c51 = zero;
        nint one = rowStride, two = 2 * one; // every third row has a pointer of its own: as many as fit the registers
        T* from0 = a, from3 = a + (3 * one);
        for (var p = 0; p < depth; p++)
        {
            var b0 = TLane.Load(b);
            var b1 = TLane.Load(b + TLane.Width);
            var a0 = TLane.Spread(*from0);
            c00 = TLane.MultiplyAdd(a0, b0, c00);
            c01 = TLane.MultiplyAdd(a0, b1, c01);
            var a1 = TLane.Spread(from0[one]);
            c10 = TLane.MultiplyAdd(a1, b0, c10);
            c11 = TLane.MultiplyAdd(a1, b1, c11);
            var a2 = TLane.Spread(from0[two]);
            c20 = TLane.MultiplyAdd(a2, b0, c20);
            c21 = TLane.MultiplyAdd(a2, b1, c21);
            var a3 = TLane.Spread(*from3);
            c30 = TLane.MultiplyAdd(a3, b0, c30);
            c31 = TLane.MultiplyAdd(a3, b1, c31);
            var a4 = TLane.Spread(from3[one]);
            c40 = TLane.MultiplyAdd(a4, b0, c40);
            c41 = TLane.MultiplyAdd(a4, b1, c41);
            var a5 = TLane.Spread(from3[two]);
            c50 = TLane.MultiplyAdd(a5, b0, c50);
            c51 = TLane.MultiplyAdd(a5, b1, c51);
            from0 += step;
            from3 += step;
            b += 2 * TLane.Width;
        }

        Sums<T, TVector, TLane>.Put(c00, c01, c, accumulate);
        Sums<T, TVector, TLane>.Put(c10, c11, c + stride, accumulate);
        Sums<T, TVector, TLane>.Put(c20, c21, c + (2 * stride), accumulate);
        Sums<T, TVector, TLane>.Put(c30, c31, c + (3 * stride), accumulate);
        Sums<T, TVector, TLane>.Put(c40, c41, c + (4 * stride), accumulate);
        Sums<T, TVector, TLane>.Put(c50, c51, c + (5 * stride), accumulate);
    }

    public static void RunFew(int depth, T* a, int rowStride, int step, T* b, T* c, int stride, bool accumulate) =>
        Run(depth, a, rowStride, step, b, c, stride, accumulate);
}
