using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

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
            if (typeof(T) == typeof(float) && Vector256.IsHardwareAccelerated && g.OutWidth >= Vector128<float>.Count)
            {
                MaxOfFour(MemoryMarshal.Cast<T, float>(x), MemoryMarshal.Cast<T, float>(y), places, g);
            }
            else
            {
                MaxOfFour<T>(x, y, places, g);
            }

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

    // Four windows at a time and without branches, of which every other would be mispredicted.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void MaxOfFour(ReadOnlySpan<float> x, Span<float> y, Span<long> places, in WindowGeometry g)
    {
        var count = Vector128<float>.Count;
        var (even, odd) = (Vector128.Create(0, 2, 4, 6), Vector128.Create(1, 3, 5, 7));
        for (var oy = 0; oy < g.OutHeight; oy++)
        {
            for (var start = 0; start < g.OutWidth; start += count)
            {
                var ox = Math.Min(start, g.OutWidth - count); // the last four may overlap those before
                var at = (2 * oy * g.Width) + (2 * ox);
                var upper = EvenThenOdd(x.Slice(at, 2 * count));
                var lower = EvenThenOdd(x.Slice(at + g.Width, 2 * count));
                var (best, place) = (upper.GetLower(), even);
                (best, place) = Better(best, place, upper.GetUpper(), odd);
                (best, place) = Better(best, place, lower.GetLower(), even + Vector128.Create(g.Width));
                (best, place) = Better(best, place, lower.GetUpper(), odd + Vector128.Create(g.Width));
                best.CopyTo(y[((oy * g.OutWidth) + ox)..]);
                var (first, second) = Vector128.Widen(place + Vector128.Create(at));
                Vector256.Create(first, second).CopyTo(places[((oy * g.OutWidth) + ox)..]);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> EvenThenOdd(ReadOnlySpan<float> x) => Vector256.Shuffle(Vector256.Create(x), Vector256.Create(0, 2, 4, 6, 1, 3, 5, 7));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector128<float> Value, Vector128<int> Place) Better(Vector128<float> best, Vector128<int> place, Vector128<float> next, Vector128<int> nextPlace)
    {
        var better = Vector128.GreaterThan(next, best) | ~Vector128.Equals(next, next);
        return (Vector128.ConditionalSelect(better, next, best), Vector128.ConditionalSelect(better.AsInt32(), nextPlace, place));
    }

    /// <summary>Each window's gradient at its place, added up where windows share it; 0 elsewhere.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void MaxBackward<T>(ReadOnlySpan<T> g, ReadOnlySpan<long> places, Span<T> dx)
        where T : unmanaged, INumber<T>
    {
        dx.Clear();
        for (var i = 0; i < g.Length; i++)
        {
            dx[(int)places[i]] += g[i];
        }
    }
}
