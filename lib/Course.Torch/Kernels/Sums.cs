using System.Runtime.CompilerServices;

namespace TorchSharp.Kernels;

/// <summary>How a tile's sums leave the registers, a row at a time.</summary>
internal static unsafe class Sums<T, TVector, TLane>
    where T : unmanaged
    where TVector : struct
    where TLane : ILane<T, TVector>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Put(TVector left, TVector right, T* to, bool accumulate)
    {
        if (accumulate)
        {
            left = TLane.Add(TLane.Load(to), left);
            right = TLane.Add(TLane.Load(to + TLane.Width), right);
        }

        TLane.Store(left, to);
        TLane.Store(right, to + TLane.Width);
    }
}
