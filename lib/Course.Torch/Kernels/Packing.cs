using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace TorchSharp.Kernels;

/// <summary>Blocks of a matrix laid out as the tiles read them: panels of neighbouring columns, depth after depth.</summary>
internal static unsafe class Packing
{
    private const int Square = 8;
    private const int Half = Square / 2;

    /// <summary>Panels of <paramref name="width"/> columns one after another; the last is filled up with numbers whose sums nobody reads.</summary>
    /// <remarks>Inlined, so that the width is a constant and a copy of it a few vector moves.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Pack<T>(MatrixView<T> source, int depth, int count, int width, T* panels)
        where T : unmanaged
    {
        for (var j = 0; j < count; j += width)
        {
            var taken = Math.Min(width, count - j);
            var from = source.From(0, j);
            if (taken < width && source.ColumnStride != 1)
            {
                new Span<T>(panels, depth * width).Clear();
            }

            if (source.ColumnStride == 1 && taken == width)
            {
                for (var p = 0; p < depth; p++)
                {
                    Unsafe.CopyBlockUnaligned(panels + (p * width), from.Data + ((long)p * from.RowStride), (uint)(width * sizeof(T)));
                }
            }
            else if (source.ColumnStride == 1)
            {
                Narrow(from, depth, taken, width, panels);
            }
            else if (typeof(T) == typeof(float) && source.RowStride == 1 && Sse.IsSupported)
            {
                Transposed((float*)from.Data, from.ColumnStride, depth, taken, width, (float*)panels);
            }
            else
            {
                OneByOne(from, 0, depth, 0, taken, width, panels);
            }

            panels += depth * width;
        }
    }

    // A row that ends before the last one does is copied in full width: what follows its columns is there to read.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Narrow<T>(MatrixView<T> from, int depth, int taken, int width, T* panel)
        where T : unmanaged
    {
        var end = ((long)(depth - 1) * from.RowStride) + taken;
        for (var p = 0; p < depth; p++)
        {
            var start = (long)p * from.RowStride;
            var to = panel + (p * width);
            if (start + width <= end)
            {
                Unsafe.CopyBlockUnaligned(to, from.Data + start, (uint)(width * sizeof(T)));
                continue;
            }

            new Span<T>(to, width).Clear();
            new Span<T>(from.Data + start, taken).CopyTo(new Span<T>(to, taken));
        }
    }

    // In squares that are turned in registers; along a panel, so that each of its lines is written once.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Transposed(float* from, int stride, int depth, int count, int width, float* panel)
    {
        var p = 0;
        for (; p <= depth - Square; p += Square)
        {
            float* source = from + p, to = panel + (p * width);
            var q = 0;
            for (; q <= count - Square; q += Square)
            {
                TurnEight(source + ((long)q * stride), stride, to + q, width);
            }

            for (; q <= count - Half; q += Half)
            {
                TurnFour(source + ((long)q * stride), stride, to + q, width);
                TurnFour(source + ((long)q * stride) + Half, stride, to + (Half * width) + q, width);
            }

            OneByOne(new MatrixView<float>(from, 1, stride), p, p + Square, q, count, width, panel);
        }

        OneByOne(new MatrixView<float>(from, 1, stride), p, depth, 0, count, width, panel);
    }

    private static void OneByOne<T>(MatrixView<T> source, int first, int last, int start, int count, int width, T* panel)
        where T : unmanaged
    {
        for (var q = start; q < count; q++)
        {
            var line = source.Data + ((long)q * source.ColumnStride);
            for (var p = first; p < last; p++)
            {
                panel[(p * width) + q] = line[(long)p * source.RowStride];
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void TurnEight(float* from, int stride, float* to, int width)
    {
        if (!Avx.IsSupported)
        {
            TurnFour(from, stride, to, width);
            TurnFour(from + Half, stride, to + (Half * width), width);
            TurnFour(from + (Half * (long)stride), stride, to + Half, width);
            TurnFour(from + (Half * (long)stride) + Half, stride, to + (Half * width) + Half, width);
            return;
        }

        // Each register holds half a line and the same half of the line four below.
        float* low = from + (Half * (long)stride);
        for (var half = 0; half < Square; half += Half)
        {
            var (a, b) = (Lines(from + half, low + half), Lines(from + stride + half, low + stride + half));
            var (c, d) = (Lines(from + (2L * stride) + half, low + (2L * stride) + half), Lines(from + (3L * stride) + half, low + (3L * stride) + half));
            var (abLow, abHigh) = (Avx.UnpackLow(a, b), Avx.UnpackHigh(a, b));
            var (cdLow, cdHigh) = (Avx.UnpackLow(c, d), Avx.UnpackHigh(c, d));
            var target = to + (half * width);
            Avx.Shuffle(abLow, cdLow, 0x44).Store(target);
            Avx.Shuffle(abLow, cdLow, 0xEE).Store(target + width);
            Avx.Shuffle(abHigh, cdHigh, 0x44).Store(target + (2 * width));
            Avx.Shuffle(abHigh, cdHigh, 0xEE).Store(target + (3 * width));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Lines(float* upper, float* lower) => Vector256.Create(Vector128.Load(upper), Vector128.Load(lower));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void TurnFour(float* from, int stride, float* to, int width)
    {
        var (a, b) = (Vector128.Load(from), Vector128.Load(from + stride));
        var (c, d) = (Vector128.Load(from + (2L * stride)), Vector128.Load(from + (3L * stride)));
        var (abLow, abHigh) = (Sse.UnpackLow(a, b), Sse.UnpackHigh(a, b));
        var (cdLow, cdHigh) = (Sse.UnpackLow(c, d), Sse.UnpackHigh(c, d));
        Sse.MoveLowToHigh(abLow, cdLow).Store(to);
        Sse.MoveHighToLow(cdLow, abLow).Store(to + width);
        Sse.MoveLowToHigh(abHigh, cdHigh).Store(to + (2 * width));
        Sse.MoveHighToLow(cdHigh, abHigh).Store(to + (3 * width));
    }
}
