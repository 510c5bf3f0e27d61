using System.Numerics;

namespace TorchSharp.Kernels;

/// <summary>Reductions of the middle of (outer, n, inner).</summary>
internal static class ReduceKernels
{
    // Rows folded before their sum joins the total: bounds the rounding error of long columns.
    private const int Block = 256;

    public static void Reduce<T, TReducer>(ReadOnlySpan<T> x, Span<T> y, int outer, int n, int inner)
        where T : unmanaged, INumber<T>
        where TReducer : IReducer
    {
        if (n == 0)
        {
            y.Fill(TReducer.Start<T>());
        }
        else if (inner == 1)
        {
            for (var o = 0; o < outer; o++)
            {
                y[o] = TReducer.Row(x.Slice(o * n, n));
            }
        }
        else
        {
            var block = n > Block ? new T[inner] : [];
            for (var o = 0; o < outer; o++)
            {
                Columns<T, TReducer>(x.Slice(o * n * inner, n * inner), y.Slice(o * inner, inner), n, inner, block);
            }
        }
    }

    /// <summary>Index of the first largest (or smallest) value of each row; NaN counts as both.</summary>
    public static void ArgBest<T>(ReadOnlySpan<T> x, Span<long> y, int n, bool largest)
        where T : unmanaged, INumber<T>
    {
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

    private static void Columns<T, TReducer>(ReadOnlySpan<T> x, Span<T> y, int n, int inner, Span<T> block)
        where T : unmanaged, INumber<T>
        where TReducer : IReducer
    {
        x[..inner].CopyTo(y);
        for (var from = 1; from < n; from += Block)
        {
            var to = Math.Min(from + Block, n);
            var target = from == 1 ? y : block;
            if (from > 1)
            {
                x.Slice(from * inner, inner).CopyTo(block);
            }

            for (var i = from == 1 ? 1 : from + 1; i < to; i++)
            {
                TReducer.Fold(target, x.Slice(i * inner, inner));
            }

            if (from > 1)
            {
                TReducer.Fold(y, block);
            }
        }
    }
}
