using System.Numerics;

namespace TorchSharp.Kernels;

/// <summary>Pooling of one plane.</summary>
internal static class PoolKernels
{
    /// <summary>Largest of each window and its place in the plane; the first of several, NaN if there is one.</summary>
    public static void Max<T>(ReadOnlySpan<T> x, Span<T> y, Span<long> places, in WindowGeometry g)
        where T : unmanaged, INumber<T>
    {
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

    /// <summary>Each window's gradient added at its place.</summary>
    public static void MaxBackward<T>(ReadOnlySpan<T> g, ReadOnlySpan<long> places, Span<T> dx)
        where T : unmanaged, INumber<T>
    {
        for (var i = 0; i < g.Length; i++)
        {
            dx[(int)places[i]] += g[i];
        }
    }
}
