using System.Numerics;
using System.Runtime.CompilerServices;

namespace TorchSharp.Kernels;

/// <summary>Pooling of one plane.</summary>
internal static class PoolKernels
{
    /// <summary>Largest of each window and its place in the plane; the first of several, NaN if there is one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Max<T>(ReadOnlySpan<T> x, Span<T> y, Span<long> places, in WindowGeometry g)
        where T : unmanaged, INumber<T>
    {
        if (g is { KernelHeight: 2, KernelWidth: 2, StrideHeight: 2, StrideWidth: 2, PadHeight: 0, PadWidth: 0, DilationHeight: 1, DilationWidth: 1 }
            && 2 * g.OutHeight <= g.Height && 2 * g.OutWidth <= g.Width)
        {
            MaxOfFour(x, y, places, g);
            return;
        }

        var o = 0;
        for (var oy = 0; oy < g.OutHeight; oy++)
        {
            for (var ox = 0; ox < g.OutWidth; ox++)
            {
                var (top, left) = ((oy * g.StrideHeight) - g.PadHeight, (ox * g.StrideWidth) - g.PadWidth);
                var best = -1;
                for (var ky = 0; ky < g.KernelHeight; ky++)
                {
                    var py = top + (ky * g.DilationHeight);
                    if ((uint)py >= (uint)g.Height)
                    {
                        continue;
                    }

                    for (var kx = 0; kx < g.KernelWidth; kx++)
                    {
                        var px = left + (kx * g.DilationWidth);
                        if ((uint)px >= (uint)g.Width)
                        {
                            continue;
                        }

                        var at = (py * g.Width) + px;
                        if (best < 0 || x[at] > x[best] || T.IsNaN(x[at]))
                        {
                            best = at;
                        }
                    }
                }

                y[o] = x[best];
                places[o++] = best;
            }
        }
    }

    // The common case, without the questions about edges.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void MaxOfFour<T>(ReadOnlySpan<T> x, Span<T> y, Span<long> places, in WindowGeometry g)
        where T : unmanaged, INumber<T>
    {
        for (var oy = 0; oy < g.OutHeight; oy++)
        {
            var row = 2 * oy * g.Width;
            var upper = x.Slice(row, 2 * g.OutWidth);
            var lower = x.Slice(row + g.Width, 2 * g.OutWidth);
            var values = y.Slice(oy * g.OutWidth, g.OutWidth);
            var at = places.Slice(oy * g.OutWidth, g.OutWidth);
            for (var ox = 0; ox < values.Length; ox++)
            {
                var (best, place) = (upper[2 * ox], 2 * ox);
                (best, place) = Better(best, place, upper[(2 * ox) + 1], (2 * ox) + 1);
                (best, place) = Better(best, place, lower[2 * ox], (2 * ox) + g.Width);
                (best, place) = Better(best, place, lower[(2 * ox) + 1], (2 * ox) + 1 + g.Width);
                values[ox] = best;
                at[ox] = row + place;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (T Value, int Place) Better<T>(T best, int place, T next, int nextPlace)
        where T : unmanaged, INumber<T>
        => next > best || T.IsNaN(next) ? (next, nextPlace) : (best, place);

    /// <summary>Each window's gradient added at its place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void MaxBackward<T>(ReadOnlySpan<T> g, ReadOnlySpan<long> places, Span<T> dx)
        where T : unmanaged, INumber<T>
    {
        for (var i = 0; i < g.Length; i++)
        {
            dx[(int)places[i]] += g[i];
        }
    }
}
