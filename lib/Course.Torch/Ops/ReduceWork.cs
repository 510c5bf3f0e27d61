using System.Numerics;
using TorchSharp.Kernels;
using static TorchSharp.torch;

namespace TorchSharp;

internal static class ReduceOps
{
    /// <summary>(n, …) → (…), from and to dense memory.</summary>
    public static Tensor SumFirst(Tensor x)
    {
        var y = Tensor.Empty(x.Shape[1..], x.dtype);
        Dispatch.Number(x.dtype, new ReduceWork<SumReducer>(x, y, 1, (int)x.Shape[0], y.Count));
        return Tensor.Done(y, x);
    }
}

internal readonly struct ReduceWork<TReducer>(Tensor x, Tensor y, int outer, int n, int inner) : INumeric
    where TReducer : IReducer
{
    private const int Columns = 32; // two cache lines, so that threads share none

    public void Run<T>()
        where T : unmanaged, INumber<T>
    {
        var (from, to, length) = (x, y, n);
        if (inner == 1)
        {
            Workers.Rows(outer, n, (first, last) => ReduceKernels.Rows<T, TReducer>(
                from.Dense<T>()[(first * length)..(last * length)], to.Dense<T>()[first..last], length));
            return;
        }

        var (blocks, width) = (outer, inner);
        Workers.For(inner, Math.Max(Columns, Workers.RowGrain / Math.Max(1, outer * n)), (first, last) =>
            ReduceKernels.Columns<T, TReducer>(from.Dense<T>(), to.Dense<T>(), blocks, length, width, first, last));
    }
}

internal readonly struct ScanWork<TReducer>(Tensor x, Tensor y, int outer, int n, int inner) : INumeric
    where TReducer : IReducer
{
    public void Run<T>()
        where T : unmanaged, INumber<T>
        => ReduceKernels.Scan<T, TReducer>(x.Dense<T>(), y.Dense<T>(), outer, n, inner);
}

internal readonly struct ArgBestWork(Tensor x, Tensor y, int n, bool largest) : INumeric
{
    public void Run<T>()
        where T : unmanaged, INumber<T>
        => ReduceKernels.ArgBest<T>(x.Dense<T>(), y.Dense<long>(), n, largest);
}

/// <summary>Rows sorted by value, equal values in their first order, NaN as the largest.</summary>
internal readonly struct SortWork(Tensor x, Tensor indices, int n, bool descending) : INumeric
{
    public void Run<T>()
        where T : unmanaged, INumber<T>
    {
        var order = indices.Dense<long>();
        var values = x.Dense<T>();
        var keys = new T[n];
        for (var start = 0; start < order.Length; start += n)
        {
            values.Slice(start, n).CopyTo(keys);
            var row = order.Slice(start, n);
            for (var i = 0; i < n; i++)
            {
                row[i] = i;
            }

            var sign = descending ? -1 : 1;
            row.Sort((a, b) =>
            {
                var compared = sign * Compare(keys[a], keys[b]);
                return compared != 0 ? compared : a.CompareTo(b);
            });
        }
    }

    private static int Compare<T>(T a, T b)
        where T : unmanaged, INumber<T>
        => T.IsNaN(a) ? (T.IsNaN(b) ? 0 : 1) : T.IsNaN(b) ? -1 : a.CompareTo(b);
}
