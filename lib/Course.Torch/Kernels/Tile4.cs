using System.Runtime.CompilerServices;

namespace TorchSharp.Kernels;

/// <summary>The 4 × 2-register tile of a matrix product, for the rows that twelve at a time leave over: see <see cref="ITile{T}"/>.</summary>
internal static unsafe class Tile4<T, TVector, TLane>
    where T : unmanaged
    where TVector : struct
    where TLane : ILane<T, TVector>
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(int depth, T* a, int rowStride, int step, T* b, T* c, int stride, bool accumulate)
    {
        var zero = TLane.Spread(default);
        TVector c00 = zero, c01 = zero;
        TVector c10 = zero, c11 = zero;
        TVector c20 = zero, c21 = zero;
        TVector c30 = zero, c31 = zero;
        nint one = rowStride, two = 2 * one;
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
            from0 += step;
            from3 += step;
            b += 2 * TLane.Width;
        }

        Sums<T, TVector, TLane>.Put(c00, c01, c, accumulate);
        Sums<T, TVector, TLane>.Put(c10, c11, c + stride, accumulate);
        Sums<T, TVector, TLane>.Put(c20, c21, c + (2 * stride), accumulate);
        Sums<T, TVector, TLane>.Put(c30, c31, c + (3 * stride), accumulate);
    }
}
