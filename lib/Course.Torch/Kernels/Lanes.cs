using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels;

/// <summary>Sums over the lanes of a vector.</summary>
internal static class Lanes
{
    /// <summary>In one written-out order: a hardware sum may add in another.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Sum<T>(Vector512<T> lanes)
        where T : unmanaged, INumber<T>
    {
        var quarter = lanes.GetLower() + lanes.GetUpper();
        var half = quarter.GetLower() + quarter.GetUpper();
        var sum = half[0];
        for (var i = 1; i < Vector128<T>.Count; i++)
        {
            sum += half[i];
        }

        return sum;
    }
}
