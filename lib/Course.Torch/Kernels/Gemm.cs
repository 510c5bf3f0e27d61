using System.Numerics;
using System.Runtime.CompilerServices;
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
    /// <summary>Multiplications from which a second thread pays: about 20 µs of work, against 1 or 2 to share it out.</summary>
    public const long ParallelWork = 1L << 20;

    /// <summary>Multiplications up to which plain loops beat packing.</summary>
    public const long TinyWork = 1 << 10;

    private const int DepthBlock = 512; // a packed panel of b, 512 × 32 floats, comes from level 2 as fast as tiles take it; c is read and written half as often as with 256
    private const int DepthStep = 8;    // as packing takes them
    private const int SumDepth = 256;   // added up in one register: over 512 the rounding of equal numbers grew until a training ended 0.4 % off PyTorch's
    private const int RowBlock = 192;   // a packed block of a, 192 × 512 floats, is 384 KB: level 2
    private const int ColumnBlock = 1024;

    // What threads share out, in rows or columns: whole tiles, the smaller ones included.
    private const int RowGrain = 4;
    private const int ColumnGrain = 32;

    // Rows that are worth sharing out though there are more columns, where packing all of b twice is a quick copy: a weight's gradient
    // is then written by those threads that read it again in the optimiser.
    private const int ManyRows = 48;
    private const long QuickCopy = 1 << 18;

    // Rows of a are read where they lie if there are few columns (packing costs about as much as 32 of them), unless they are so many
    // bytes apart that a tile's rows fall on few lines of the level-1 cache: 2048 x 128 x 128 went from 203 to 225 GFLOP/s.
    private const int FewColumns = 256;
    private const int SameLines = 2048;

    /// <summary>c (m × n, row-major) = or += a (m × k) · b (k × n).</summary>
    /// <param name="start">n numbers that each row of c is set to first, or null.</param>
    public static void Multiply<T>(int m, int n, int k, MatrixView<T> a, MatrixView<T> b, T* c, int stride, bool accumulate, T* start = null)
        where T : unmanaged, INumber<T>
    {
        if ((long)m * n * k < ParallelWork || Workers.Count == 1 || HostKernels.Present)
        {
            Part(m, n, k, a, b, c, stride, accumulate, start);
        }
        else if (m >= n || (m >= ManyRows && b.ColumnStride == 1 && (long)k * n <= QuickCopy))
        {
            Workers.For((m + RowGrain - 1) / RowGrain, 1, (from, to) =>
            {
                var (first, last) = (from * RowGrain, Math.Min(to * RowGrain, m));
                Part(last - first, n, k, a.From(first, 0), b, c + ((long)first * stride), stride, accumulate, start);
            });
        }
        else
        {
            Workers.For((n + ColumnGrain - 1) / ColumnGrain, 1, (from, to) =>
            {
                var (first, last) = (from * ColumnGrain, Math.Min(to * ColumnGrain, n));
                Part(m, last - first, k, a, b.From(0, first), c + first, stride, accumulate, start is null ? null : start + first);
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

    // The rows are set where they will be added to: by the same thread.
    private static void Part<T>(int m, int n, int k, MatrixView<T> a, MatrixView<T> b, T* c, int stride, bool accumulate, T* start)
        where T : unmanaged, INumber<T>
    {
        for (var row = 0; row < m && start is not null; row++)
        {
            new ReadOnlySpan<T>(start, n).CopyTo(new Span<T>(c + ((long)row * stride), n));
        }

        OneThread(m, n, k, a, b, c, stride, accumulate || start is not null);
    }

    private static void Blocked<T>(int m, int n, int k, MatrixView<T> a, MatrixView<T> b, T* c, int stride, bool accumulate)
        where T : unmanaged, INumber<T>
    {
        if (typeof(T) == typeof(float))
        {
            var (fa, fb) = (Cast<T, float>(a), Cast<T, float>(b));
            if (Avx512F.VL.IsSupported)
            {
                Blocks<float, Tile12<float, Vector512<float>, Float512>, Tile12<float, Vector256<float>, Float256>>(m, n, k, fa, fb, (float*)c, stride, accumulate);
            }
            else if (Fma.IsSupported)
            {
                Uniform<float, Tile6<float, Vector256<float>, Float256>>(m, n, k, fa, fb, (float*)c, stride, accumulate);
            }
            else
            {
                Uniform<float, Tile6<float, Vector128<float>, Portable<float>>>(m, n, k, fa, fb, (float*)c, stride, accumulate);
            }
        }
        else if (typeof(T) == typeof(double) && Avx512F.VL.IsSupported)
        {
            Blocks<double, Tile12<double, Vector512<double>, Double512>, Tile12<double, Vector256<double>, Double256>>(m, n, k, Cast<T, double>(a), Cast<T, double>(b), (double*)c, stride, accumulate);
        }
        else if (typeof(T) == typeof(double) && Fma.IsSupported)
        {
            Uniform<double, Tile6<double, Vector256<double>, Double256>>(m, n, k, Cast<T, double>(a), Cast<T, double>(b), (double*)c, stride, accumulate);
        }
        else
        {
            Uniform<T, Tile6<T, Vector128<T>, Portable<T>>>(m, n, k, a, b, c, stride, accumulate);
        }
    }

    private static MatrixView<TOut> Cast<T, TOut>(MatrixView<T> view)
        where T : unmanaged
        where TOut : unmanaged
        => new((TOut*)view.Data, view.RowStride, view.ColumnStride);

    private static void Uniform<T, TTile>(int m, int n, int k, MatrixView<T> a, MatrixView<T> b, T* c, int stride, bool accumulate)
        where T : unmanaged
        where TTile : ITile<T>
        => Blocks<T, TTile, TTile>(m, n, k, a, b, c, stride, accumulate);

    // Narrow: of fewer columns, for the last panel where they suffice.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Blocks<T, TTile, TNarrow>(int m, int n, int k, MatrixView<T> a, MatrixView<T> b, T* c, int stride, bool accumulate)
        where T : unmanaged
        where TTile : ITile<T>
        where TNarrow : ITile<T>
    {
        var panelsA = (T*)PackBuffer.A((RowBlock + 16) * DepthBlock * sizeof(double));
        var panelsB = (T*)PackBuffer.B((ColumnBlock + 64) * DepthBlock * sizeof(double));
        var each = (((k - 1) / (((k - 1) / DepthBlock) + 1)) + DepthStep) / DepthStep * DepthStep; // blocks of one depth, nearly
        var direct = n <= FewColumns && a.ColumnStride == 1 && a.RowStride > 1 && (a.RowStride * sizeof(T) <= SameLines || a.RowStride * sizeof(T) % SameLines != 0);
        for (var column = 0; column < n; column += ColumnBlock)
        {
            var columns = Math.Min(ColumnBlock, n - column);
            var rest = columns % TTile.Columns;
            var wide = rest <= TNarrow.Columns ? columns - rest : columns;
            for (int p = 0, depth; p < k; p += depth)
            {
                depth = Math.Min(each, k - p);
                var more = accumulate || p > 0;
                var panelNarrow = panelsB + (wide * depth);
                Packing.Pack(b.From(p, column), depth, wide, TTile.Columns, panelsB);
                Packing.Pack(b.From(p, column + wide), depth, columns - wide, TNarrow.Columns, panelNarrow);
                for (var row = 0; row < m; row += RowBlock)
                {
                    var rows = Math.Min(RowBlock, m - row);
                    var whole = direct ? rows - (rows % TTile.FewRows) : 0;
                    var block = a.From(row, p);
                    var target = c + ((long)row * stride) + column;
                    if (whole > 0)
                    {
                        Tiles<T, TTile>(whole, wide, depth, block, panelsB, target, stride, more);
                        Tiles<T, TNarrow>(whole, columns - wide, depth, block, panelNarrow, target + wide, stride, more);
                    }

                    if (whole < rows)
                    {
                        Packing.Pack(block.From(whole, 0).Transposed, depth, rows - whole, TTile.Rows, panelsA);
                        block = new MatrixView<T>(panelsA, 1, TTile.Rows);
                        target += (long)whole * stride;
                        Tiles<T, TTile>(rows - whole, wide, depth, block, panelsB, target, stride, more);
                        Tiles<T, TNarrow>(rows - whole, columns - wide, depth, block, panelNarrow, target + wide, stride, more);
                    }
                }
            }
        }
    }

    // In a packed block of a, row i of a panel has stride 1 and the panels follow each other.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tiles<T, TTile>(int rows, int columns, int depth, MatrixView<T> a, T* panelsB, T* c, int stride, bool accumulate)
        where T : unmanaged
        where TTile : ITile<T>
    {
        var edge = stackalloc T[TTile.Rows * TTile.Columns];
        for (var j = 0; j < columns; j += TTile.Columns)
        {
            var b = panelsB + (j * depth);
            var width = Math.Min(TTile.Columns, columns - j);
            for (int i = 0, height; i < rows; i += height)
            {
                height = rows - i >= TTile.Rows ? TTile.Rows : TTile.FewRows;
                var inPanel = i % TTile.Rows;
                var from = a.RowStride == 1 ? a.Data + ((i - inPanel) * depth) + inPanel : a.Data + ((long)i * a.RowStride);
                var target = c + ((long)i * stride) + j;
                if (i + height <= rows && width == TTile.Columns)
                {
                    Run<T, TTile>(height, depth, from, a, b, target, stride, accumulate);
                    continue;
                }

                var there = Math.Min(height, rows - i);
                if (accumulate)
                {
                    CopyTile(target, stride, edge, TTile.Columns, there, width);
                }

                Run<T, TTile>(height, depth, from, a, b, edge, TTile.Columns, accumulate);
                CopyTile(edge, TTile.Columns, target, stride, there, width);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Run<T, TTile>(int height, int depth, T* from, MatrixView<T> a, T* b, T* c, int stride, bool accumulate)
        where T : unmanaged
        where TTile : ITile<T>
    {
        // The sums of one stretch wait in level 1 for those of the next.
        for (var p = 0; p < depth; p += SumDepth)
        {
            var (part, more) = (Math.Min(SumDepth, depth - p), accumulate || p > 0);
            if (height == TTile.Rows)
            {
                TTile.Run(part, from + ((long)p * a.ColumnStride), a.RowStride, a.ColumnStride, b + (p * TTile.Columns), c, stride, more);
            }
            else
            {
                TTile.RunFew(part, from + ((long)p * a.ColumnStride), a.RowStride, a.ColumnStride, b + (p * TTile.Columns), c, stride, more);
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
}
