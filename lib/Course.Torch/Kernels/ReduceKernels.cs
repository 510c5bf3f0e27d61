using System.Numerics;

namespace TorchSharp.Kernels;

/// <summary>Reductions of the middle of (outer, n, inner).</summary>
internal static class ReduceKernels
{
    // Rows folded before their sum joins the total: bounds the rounding error of long columns.
    private const int Block = 256;

    /// <summary>Neighbours to one: each row of n.</summary>
    public static void Rows<T, TReducer>(ReadOnlySpan<T> x, Span<T> y, int n)
        where T : unmanaged, INumber<T>
        where TReducer : IReducer
    {
        if (HostKernels.Present && HostKernels.TryReduce<T, TReducer>(x, y, y.Length, n, 1))
        {
            return;
        }

        for (var row = 0; row < y.Length; row++)
        {
            y[row] = n == 0 ? TReducer.Start<T>() : TReducer.Row(x.Slice(row * n, n));
        }
    }

    /// <summary>Rows to one, in the columns [from, to) of each (n, inner).</summary>
    public static void Columns<T, TReducer>(ReadOnlySpan<T> x, Span<T> y, int outer, int n, int inner, int from, int to)
        where T : unmanaged, INumber<T>
        where TReducer : IReducer
    {
        if (HostKernels.Present && from == 0 && to == inner && HostKernels.TryReduce<T, TReducer>(x, y, outer, n, inner))
        {
            return;
        }

        var block = n > Block ? new T[to - from] : [];
        for (var o = 0; o < outer; o++)
        {
            var target = y[((o * inner) + from)..((o * inner) + to)];
            if (n == 0)
            {
                target.Fill(TReducer.Start<T>());
            }
            else
            {
                Fold<T, TReducer>(x[((o * n * inner) + from)..], target, n, inner, block);
            }
        }
    }

    /// <summary>Index of the first largest (or smallest) value of each row; NaN counts as both.</summary>
    public static void ArgBest<T>(ReadOnlySpan<T> x, Span<long> y, int n, bool largest)
        where T : unmanaged, INumber<T>
    {
        if (HostKernels.Present && HostKernels.TryArgBest(x, y, n, largest))
        {
            return;
        }

        for (var o = 0; o < y.Length; o++)
        {
            var row = x.Slice(o * n, n);
            var best = 0;
            for (var i = 1; i < n && !T.IsNaN(row[best]); i++)
            {
                if (T.IsNaN(row[i]) || (largest ? row[i] > row[best] : row[i] < row[best]))
                {
                    best = i;
                }
            }

            y[o] = best;
        }
    }

    /// <summary>Running sums or products along the middle dimension.</summary>
    public static void Scan<T, TReducer>(ReadOnlySpan<T> x, Span<T> y, int outer, int n, int inner)
        where T : unmanaged, INumber<T>
        where TReducer : IReducer
    {
        for (var o = 0; o < outer; o++)
        {
            for (var i = 0; i < n; i++)
            {
                var at = ((o * n) + i) * inner;
                var row = y.Slice(at, inner);
                x.Slice(at, inner).CopyTo(row);
                if (i > 0)
                {
                    TReducer.Fold(row, y.Slice(at - inner, inner));
                }
            }
        }
    }

    // Rows start `step` apart; as many columns as y has.
    private static void Fold<T, TReducer>(ReadOnlySpan<T> x, Span<T> y, int n, int step, Span<T> block)
        where T : unmanaged, INumber<T>
        where TReducer : IReducer
    {
        x[..y.Length].CopyTo(y);
        for (var from = 1; from < n; from += Block)
        {
            var to = Math.Min(from + Block, n);
            var target = from == 1 ? y : block;
            if (from > 1)
            {
                x.Slice(from * step, y.Length).CopyTo(block);
            }

            for (var i = from == 1 ? 1 : from + 1; i < to; i++)
            {
                TReducer.Fold(target, x.Slice(i * step, y.Length));
            }

            if (from > 1)
            {
                TReducer.Fold(y, block);
            }
        }
    }
}
