using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels;

/// <summary>Gradients of activations in one pass.</summary>
internal static class ActivationKernels
{
    /// <summary>dx = g where y &gt; 0, else 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void ReluBackward<T>(ReadOnlySpan<T> g, ReadOnlySpan<T> y, Span<T> dx)
        where T : unmanaged, INumber<T>
    {
        var width = Vector512<T>.Count;
        var i = 0;
        for (; i <= g.Length - width; i += width)
        {
            var open = Vector512.GreaterThan(Vector512.Create(y.Slice(i, width)), Vector512<T>.Zero);
            (Vector512.Create(g.Slice(i, width)) & open).CopyTo(dx[i..]);
        }

        for (; i < g.Length; i++)
        {
            dx[i] = y[i] > T.Zero ? g[i] : T.Zero;
        }
    }
}
