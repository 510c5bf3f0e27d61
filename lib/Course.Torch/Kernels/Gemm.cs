using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace TorchSharp.Kernels;

/// <summary>
/// Dense matrix product: blocks that fit the caches are packed into panels, tiles of them are multiplied in registers.
/// Every element is summed in one order whatever the thread count.
/// </summary>
/// <remarks>Source: Goto and van de Geijn 2008, "Anatomy of high-performance matrix multiplication".</remarks>
internal static unsafe class Gemm
{
    /// <summary>Multiplications from which a second thread pays: about 40 µs of work, against 5 to 10 µs to wake it.</summary>
    public const long ParallelWork = 1L << 22;

    /// <summary>Multiplications up to which plain loops beat packing.</summary>
    public const long TinyWork = 1 << 10;

    private const int DepthBlock = 256; // a packed panel of b, 256 × 32 floats, is 32 KB: level 1
    private const int RowBlock = 192;   // a packed block of a, 192 × 256 floats, is 192 KB: level 2
    private const int ColumnBlock = 1024;

    // Rows of a are read where they lie if there are few columns (packing costs about as much as 32 of them), unless rows
    // so far apart fall on the same lines of the level-1 cache: 2048 x 128 x 128 went from 203 to 225 GFLOP/s.
    private const int FewColumns = 256;
    private const int FarApart = 2048;

    /// <summary>c (m × n, row-major) = or += a (m × k) · b (k × n).</summary>
    public static void Multiply<T>(int m, int n, int k, MatrixView<T> a, MatrixView<T> b, T* c, int stride, bool accumulate)
        where T : unmanaged, INumber<T>
    {
        if (HostKernels.Present && HostKernels.TryMultiply(m, n, k, a, b, c, stride, accumulate))
        {
            return;
        }

        if ((long)m * n * k < ParallelWork || Workers.Count == 1)
        {
            OneThread(m, n, k, a, b, c, stride, accumulate);
        }
        else if (m >= n)
        {
            var rows = (m + 11) / 12;
            Workers.For(rows, 1, (from, to) =>
            {
                var (first, last) = (from * 12, Math.Min(to * 12, m));
                Blocked(last - first, n, k, a.From(first, 0), b, c + ((long)first * stride), stride, accumulate);
            });
        }
        else
        {
            var columns = (n + 31) / 32;
            Workers.For(columns, 1, (from, to) =>
            {
                var (first, last) = (from * 32, Math.Min(to * 32, n));
                Blocked(m, last - first, k, a, b.From(0, first), c + first, stride, accumulate);
            });
        }
    }

    /// <summary>As <see cref="Multiply"/>, for callers that split their work themselves.</summary>
    public static void OneThread<T>(int m, int n, int k, MatrixView<T> a, MatrixView<T> b, T* c, int stride, bool accumulate)
        where T : unmanaged, INumber<T>
    {
        if (HostKernels.Present && HostKernels.TryMultiply(m, n, k, a, b, c, stride, accumulate))
        {
            return;
        }

        if ((long)m * n * k <= TinyWork || k == 0)
        {
            Tiny(m, n, k, a, b, c, stride, accumulate);
        }
        else
        {
            Blocked(m, n, k, a, b, c, stride, accumulate);
        }
    }

    private static void Blocked<T>(int m, int n, int k, MatrixView<T> a, MatrixView<T> b, T* c, int stride, bool accumulate)
        where T : unmanaged, INumber<T>
    {
        if (typeof(T) == typeof(float))
        {
            var (fa, fb) = (Cast<T, float>(a), Cast<T, float>(b));
            if (Avx512F.IsSupported)
            {
                Blocks<float, Tile12<float, Vector512<float>, Float512>>(m, n, k, fa, fb, (float*)c, stride, accumulate);
            }
            else if (Fma.IsSupported)
            {
                Blocks<float, Tile6<float, Vector256<float>, Float256>>(m, n, k, fa, fb, (float*)c, stride, accumulate);
            }
            else
            {
                Blocks<float, Tile6<float, Vector128<float>, Portable<float>>>(m, n, k, fa, fb, (float*)c, stride, accumulate);
            }
        }
        else if (typeof(T) == typeof(double) && Avx512F.IsSupported)
        {
            Blocks<double, Tile12<double, Vector512<double>, Double512>>(m, n, k, Cast<T, double>(a), Cast<T, double>(b), (double*)c, stride, accumulate);
        }
        else if (typeof(T) == typeof(double) && Fma.IsSupported)
        {
            Blocks<double, Tile6<double, Vector256<double>, Double256>>(m, n, k, Cast<T, double>(a), Cast<T, double>(b), (double*)c, stride, accumulate);
        }
        else
        {
            Blocks<T, Tile6<T, Vector128<T>, Portable<T>>>(m, n, k, a, b, c, stride, accumulate);
        }
    }

    private static MatrixView<TOut> Cast<T, TOut>(MatrixView<T> view)
        where T : unmanaged
        where TOut : unmanaged
        => new((TOut*)view.Data, view.RowStride, view.ColumnStride);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Blocks<T, TTile>(int m, int n, int k, MatrixView<T> a, MatrixView<T> b, T* c, int stride, bool accumulate)
        where T : unmanaged
        where TTile : ITile<T>
    {
        var panelsA = PackBuffer.A<T>();
        var panelsB = PackBuffer.B<T>();
        var direct = n <= FewColumns && a.ColumnStride == 1 && a.RowStride > 1 && a.RowStride * sizeof(T) <= FarApart;
        for (var column = 0; column < n; column += ColumnBlock)
        {
            var columns = Math.Min(ColumnBlock, n - column);
            for (var p = 0; p < k; p += DepthBlock)
            {
                var depth = Math.Min(DepthBlock, k - p);
                Pack(b.From(p, column), depth, columns, TTile.Columns, panelsB);
                for (var row = 0; row < m; row += RowBlock)
                {
                    var rows = Math.Min(RowBlock, m - row);
                    var whole = direct ? rows - (rows % TTile.Rows) : 0;
                    var target = c + ((long)row * stride) + column;
                    if (whole > 0)
                    {
                        Tiles<T, TTile>(whole, columns, depth, a.From(row, p), panelsB, target, stride, accumulate || p > 0);
                    }

                    if (whole < rows)
                    {
                        var block = a.From(row + whole, p);
                        Pack(block.Transposed, depth, rows - whole, TTile.Rows, panelsA);
                        Tiles<T, TTile>(rows - whole, columns, depth, new MatrixView<T>(panelsA, 1, TTile.Rows), panelsB, target + ((long)whole * stride), stride, accumulate || p > 0);
                    }
                }
            }
        }
    }

    // In a packed block of a, row i of a tile has stride 1 and the tiles follow each other.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tiles<T, TTile>(int rows, int columns, int depth, MatrixView<T> blockA, T* panelsB, T* c, int stride, bool accumulate)
        where T : unmanaged
        where TTile : ITile<T>
    {
        var edge = stackalloc T[TTile.Rows * TTile.Columns];
        var packed = blockA.RowStride == 1;
        for (var j = 0; j < columns; j += TTile.Columns)
        {
            for (var i = 0; i < rows; i += TTile.Rows)
            {
                var a = blockA.Data + ((long)i * (packed ? depth : blockA.RowStride));
                var b = panelsB + (j * depth);
                var target = c + ((long)i * stride) + j;
                if (i + TTile.Rows <= rows && j + TTile.Columns <= columns)
                {
                    TTile.Run(depth, a, blockA.RowStride, blockA.ColumnStride, b, target, stride, accumulate);
                }
                else
                {
                    var (height, width) = (Math.Min(TTile.Rows, rows - i), Math.Min(TTile.Columns, columns - j));
                    if (accumulate)
                    {
                        CopyTile(target, stride, edge, TTile.Columns, height, width);
                    }

                    TTile.Run(depth, a, blockA.RowStride, blockA.ColumnStride, b, edge, TTile.Columns, accumulate);
                    CopyTile(edge, TTile.Columns, target, stride, height, width);
                }
            }
        }
    }

    private static void CopyTile<T>(T* from, int fromStride, T* to, int toStride, int height, int width)
        where T : unmanaged
    {
        for (var i = 0; i < height; i++)
        {
            new Span<T>(from + ((long)i * fromStride), width).CopyTo(new Span<T>(to + ((long)i * toStride), width));
        }
    }

    // Panels of `width` neighbouring columns, depth after depth; the last panel is filled up with zeros.
    // Inlined, so that `width` is a constant and a copy of it a few vector moves.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Pack<T>(MatrixView<T> source, int depth, int count, int width, T* panels)
        where T : unmanaged
    {
        for (var j = 0; j < count; j += width)
        {
            var taken = Math.Min(width, count - j);
            var from = source.From(0, j);
            if (taken < width)
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
                for (var p = 0; p < depth; p++)
                {
                    new Span<T>(from.Data + ((long)p * from.RowStride), taken).CopyTo(new Span<T>(panels + (p * width), taken));
                }
            }
            else if (typeof(T) == typeof(float) && source.RowStride == 1 && Sse.IsSupported)
            {
                PackTransposed((float*)from.Data, from.ColumnStride, depth, taken, width, (float*)panels);
            }
            else
            {
                for (var q = 0; q < taken; q++)
                {
                    var line = from.Data + ((long)q * from.ColumnStride);
                    for (var p = 0; p < depth; p++)
                    {
                        panels[(p * width) + q] = line[(long)p * from.RowStride];
                    }
                }
            }

            panels += depth * width;
        }
    }

    // Four lines of four become four columns at a time, in registers.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void PackTransposed(float* from, int stride, int depth, int count, int width, float* panel)
    {
        var q = 0;
        for (; q <= count - 4; q += 4)
        {
            float* a = from + ((long)q * stride), b = a + stride, c = b + stride, d = c + stride;
            var p = 0;
            for (; p <= depth - 4; p += 4)
            {
                var (ra, rb, rc, rd) = (Vector128.Load(a + p), Vector128.Load(b + p), Vector128.Load(c + p), Vector128.Load(d + p));
                var (abLow, abHigh) = (Sse.UnpackLow(ra, rb), Sse.UnpackHigh(ra, rb));
                var (cdLow, cdHigh) = (Sse.UnpackLow(rc, rd), Sse.UnpackHigh(rc, rd));
                var to = panel + (p * width) + q;
                Sse.MoveLowToHigh(abLow, cdLow).Store(to);
                Sse.MoveHighToLow(cdLow, abLow).Store(to + width);
                Sse.MoveLowToHigh(abHigh, cdHigh).Store(to + (2 * width));
                Sse.MoveHighToLow(cdHigh, abHigh).Store(to + (3 * width));
            }

            for (; p < depth; p++)
            {
                var to = panel + (p * width) + q;
                (to[0], to[1], to[2], to[3]) = (a[p], b[p], c[p], d[p]);
            }
        }

        for (; q < count; q++)
        {
            for (var p = 0; p < depth; p++)
            {
                panel[(p * width) + q] = from[((long)q * stride) + p];
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tiny<T>(int m, int n, int k, MatrixView<T> a, MatrixView<T> b, T* c, int stride, bool accumulate)
        where T : unmanaged, INumber<T>
    {
        for (var i = 0; i < m; i++)
        {
            for (var j = 0; j < n; j++)
            {
                var sum = accumulate ? c[((long)i * stride) + j] : T.Zero;
                for (var p = 0; p < k; p++)
                {
                    sum += a.Data[((long)i * a.RowStride) + ((long)p * a.ColumnStride)] * b.Data[((long)p * b.RowStride) + ((long)j * b.ColumnStride)];
                }

                c[((long)i * stride) + j] = sum;
            }
        }
    }

    /// <summary>Packing space, kept for the life of a thread.</summary>
    private static class PackBuffer
    {
        [ThreadStatic]
        private static Block? _a;

        [ThreadStatic]
        private static Block? _b;

        public static T* A<T>()
            where T : unmanaged
            => (T*)(_a ??= new Block(((RowBlock + 16) * DepthBlock) * 8)).Data;

        public static T* B<T>()
            where T : unmanaged
            => (T*)(_b ??= new Block(((ColumnBlock + 64) * DepthBlock) * 8)).Data;

        private sealed class Block(int bytes)
        {
            public readonly void* Data = NativeMemory.AlignedAlloc((nuint)bytes, 64);

            ~Block() => NativeMemory.AlignedFree(Data);
        }
    }
}
