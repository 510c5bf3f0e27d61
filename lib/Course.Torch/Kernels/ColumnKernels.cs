using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;

namespace TorchSharp.Kernels;

/// <summary>Images to columns and back: a convolution becomes a matrix product.</summary>
internal static class ColumnKernels
{
    /// <summary>columns[(c, ky, kx), (oy, ox)] = the pixel under that place of the kernel in that window, 0 outside.</summary>
    public static void Unfold<T>(ReadOnlySpan<T> image, Span<T> columns, int channels, in WindowGeometry g)
        where T : unmanaged
    {
        if (HostKernels.Present && HostKernels.TryUnfold(image, columns, channels, g))
        {
            return;
        }

        var row = 0;
        for (var c = 0; c < channels; c++)
        {
            var plane = image.Slice(c * g.Plane, g.Plane);
            for (var ky = 0; ky < g.KernelHeight; ky++)
            {
                for (var kx = 0; kx < g.KernelWidth; kx++)
                {
                    UnfoldRow(plane, columns.Slice(row++ * g.OutPlane, g.OutPlane), ky * g.DilationHeight, kx * g.DilationWidth, g);
                }
            }
        }
    }

    /// <summary>Adds each column entry back to the pixel it came from.</summary>
    public static void Fold<T>(ReadOnlySpan<T> columns, Span<T> image, int channels, in WindowGeometry g)
        where T : unmanaged, INumber<T>
    {
        if (HostKernels.Present && HostKernels.TryFold(columns, image, channels, g))
        {
            return;
        }

        var row = 0;
        for (var c = 0; c < channels; c++)
        {
            var plane = image.Slice(c * g.Plane, g.Plane);
            for (var ky = 0; ky < g.KernelHeight; ky++)
            {
                for (var kx = 0; kx < g.KernelWidth; kx++)
                {
                    FoldRow(columns.Slice(row++ * g.OutPlane, g.OutPlane), plane, ky * g.DilationHeight, kx * g.DilationWidth, g);
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void UnfoldRow<T>(ReadOnlySpan<T> plane, Span<T> target, int top, int left, in WindowGeometry g)
        where T : unmanaged
    {
        var (first, last) = Inside(left, g);
        for (var oy = 0; oy < g.OutHeight; oy++)
        {
            var line = target.Slice(oy * g.OutWidth, g.OutWidth);
            var y = (oy * g.StrideHeight) - g.PadHeight + top;
            if (y < 0 || y >= g.Height || first >= last)
            {
                line.Clear();
                continue;
            }

            line[..first].Clear();
            line[last..].Clear();
            var source = plane[((y * g.Width) + (first * g.StrideWidth) - g.PadWidth + left)..];
            if (g.StrideWidth == 1)
            {
                source[..(last - first)].CopyTo(line[first..]);
                continue;
            }

            for (var ox = first; ox < last; ox++)
            {
                line[ox] = source[(ox - first) * g.StrideWidth];
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FoldRow<T>(ReadOnlySpan<T> source, Span<T> plane, int top, int left, in WindowGeometry g)
        where T : unmanaged, INumber<T>
    {
        var (first, last) = Inside(left, g);
        for (var oy = 0; oy < g.OutHeight && first < last; oy++)
        {
            var y = (oy * g.StrideHeight) - g.PadHeight + top;
            if (y < 0 || y >= g.Height)
            {
                continue;
            }

            var line = source.Slice((oy * g.OutWidth) + first, last - first);
            var target = plane[((y * g.Width) + (first * g.StrideWidth) - g.PadWidth + left)..];
            if (g.StrideWidth == 1)
            {
                TensorPrimitives.Add(target[..line.Length], line, target[..line.Length]);
                continue;
            }

            for (var i = 0; i < line.Length; i++)
            {
                target[i * g.StrideWidth] += line[i];
            }
        }
    }

    // The windows [first, last) whose pixel at this offset lies inside the line.
    private static (int First, int Last) Inside(int left, in WindowGeometry g)
    {
        var start = g.PadWidth - left;
        var first = start <= 0 ? 0 : (start + g.StrideWidth - 1) / g.StrideWidth;
        var room = g.Width - 1 + start;
        var last = room < 0 ? 0 : Math.Min(g.OutWidth, (room / g.StrideWidth) + 1);
        return (Math.Min(first, g.OutWidth), Math.Max(last, Math.Min(first, g.OutWidth)));
    }
}
