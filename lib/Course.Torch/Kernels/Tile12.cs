using System.Runtime.CompilerServices;

namespace TorchSharp.Kernels;

/// <summary>The 12 × 2-register tile of a matrix product: 24 sums stay in registers for the whole depth.</summary>
internal readonly unsafe struct Tile12<T, TVector, TLane> : ITile<T>
    where T : unmanaged
    where TVector : struct
    where TLane : ILane<T, TVector>
{
    public static int Rows => 12;

    public static int Columns => 2 * TLane.Width;

    public static int FewRows => 4;

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
        TVector c60 = zero, c61 = zero;
        TVector c70 = zero, c71 = zero;
        TVector c80 = zero, c81 = zero;
        TVector c90 = zero, c91 = zero;
        TVector c100 = zero, c101 = zero;
        TVector c110 = zero, c111 = zero;
        nint one = rowStride, two = 2 * one; // every third row has a pointer of its own: as many as fit the registers
        T* from0 = a, from3 = a + (3 * one), from6 = a + (6 * one), from9 = a + (9 * one);
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
            var a6 = TLane.Spread(*from6);
            c60 = TLane.MultiplyAdd(a6, b0, c60);
            c61 = TLane.MultiplyAdd(a6, b1, c61);
            var a7 = TLane.Spread(from6[one]);
            c70 = TLane.MultiplyAdd(a7, b0, c70);
            c71 = TLane.MultiplyAdd(a7, b1, c71);
            var a8 = TLane.Spread(from6[two]);
            c80 = TLane.MultiplyAdd(a8, b0, c80);
            c81 = TLane.MultiplyAdd(a8, b1, c81);
            var a9 = TLane.Spread(*from9);
            c90 = TLane.MultiplyAdd(a9, b0, c90);
            c91 = TLane.MultiplyAdd(a9, b1, c91);
            var a10 = TLane.Spread(from9[one]);
            c100 = TLane.MultiplyAdd(a10, b0, c100);
            c101 = TLane.MultiplyAdd(a10, b1, c101);
            var a11 = TLane.Spread(from9[two]);
            c110 = TLane.MultiplyAdd(a11, b0, c110);
            c111 = TLane.MultiplyAdd(a11, b1, c111);
            from0 += step;
            from3 += step;
            from6 += step;
            from9 += step;
            b += 2 * TLane.Width;
        }

        Sums<T, TVector, TLane>.Put(c00, c01, c, accumulate);
        Sums<T, TVector, TLane>.Put(c10, c11, c + stride, accumulate);
        Sums<T, TVector, TLane>.Put(c20, c21, c + (2 * stride), accumulate);
        Sums<T, TVector, TLane>.Put(c30, c31, c + (3 * stride), accumulate);
        Sums<T, TVector, TLane>.Put(c40, c41, c + (4 * stride), accumulate);
        Sums<T, TVector, TLane>.Put(c50, c51, c + (5 * stride), accumulate);
        Sums<T, TVector, TLane>.Put(c60, c61, c + (6 * stride), accumulate);
        Sums<T, TVector, TLane>.Put(c70, c71, c + (7 * stride), accumulate);
        Sums<T, TVector, TLane>.Put(c80, c81, c + (8 * stride), accumulate);
        Sums<T, TVector, TLane>.Put(c90, c91, c + (9 * stride), accumulate);
        Sums<T, TVector, TLane>.Put(c100, c101, c + (10 * stride), accumulate);
        Sums<T, TVector, TLane>.Put(c110, c111, c + (11 * stride), accumulate);
    }

    public static void RunFew(int depth, T* a, int rowStride, int step, T* b, T* c, int stride, bool accumulate) =>
        Tile4<T, TVector, TLane>.Run(depth, a, rowStride, step, b, c, stride, accumulate);
}
