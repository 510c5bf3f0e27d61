using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels;

/// <summary>Many values to one. Row folds neighbours; Fold combines whole rows element by element.</summary>
internal interface IReducer
{
    /// <summary>The result for no values at all.</summary>
    static abstract T Start<T>()
        where T : unmanaged, INumber<T>;

    static abstract T Row<T>(ReadOnlySpan<T> row)
        where T : unmanaged, INumber<T>;

    static abstract void Fold<T>(Span<T> total, ReadOnlySpan<T> row)
        where T : unmanaged, INumber<T>;
}

internal readonly struct SumReducer : IReducer
{
    private const int Chunk = 4096;

    public static T Start<T>()
        where T : unmanaged, INumber<T>
        => T.Zero;

    /// <summary>Chunks of fixed size in 64 lanes, their sums in double: one result on every machine.</summary>
    public static T Row<T>(ReadOnlySpan<T> row)
        where T : unmanaged, INumber<T>
    {
        if (typeof(T) == typeof(float))
        {
            var floats = MemoryMarshal.Cast<T, float>(row);
            return T.CreateTruncating(row.Length < 2 * Workers.ElementwiseGrain ? InOrder(floats) : OnThreads(floats));
        }

        return Chunked(row);
    }

    public static void Fold<T>(Span<T> total, ReadOnlySpan<T> row)
        where T : unmanaged, INumber<T>
        => TensorPrimitives.Add(total, row, total);

    private static double InOrder(ReadOnlySpan<float> row)
    {
        var total = 0.0;
        for (var from = 0; from < row.Length; from += Chunk)
        {
            total += Chunked(row.Slice(from, Math.Min(Chunk, row.Length - from)));
        }

        return total;
    }

    // The same sums, joined in the same order.
    private static unsafe double OnThreads(ReadOnlySpan<float> row)
    {
        var sums = new double[(row.Length + Chunk - 1) / Chunk];
        fixed (float* start = row)
        {
            var (first, length) = ((nint)start, row.Length);
            Workers.For(sums.Length, Workers.ElementwiseGrain / Chunk, (from, to) =>
            {
                for (var chunk = from; chunk < to; chunk++)
                {
                    sums[chunk] = Chunked(new ReadOnlySpan<float>((float*)first + (chunk * Chunk), Math.Min(Chunk, length - (chunk * Chunk))));
                }
            });
        }

        var total = 0.0;
        foreach (var sum in sums)
        {
            total += sum;
        }

        return total;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static T Chunked<T>(ReadOnlySpan<T> x)
        where T : unmanaged, INumber<T>
    {
        var width = Vector512<T>.Count;
        var (a, b, c, d) = (Vector512<T>.Zero, Vector512<T>.Zero, Vector512<T>.Zero, Vector512<T>.Zero);
        var i = 0;
        for (; i <= x.Length - (4 * width); i += 4 * width)
        {
            a += Vector512.Create(x.Slice(i, width));
            b += Vector512.Create(x.Slice(i + width, width));
            c += Vector512.Create(x.Slice(i + (2 * width), width));
            d += Vector512.Create(x.Slice(i + (3 * width), width));
        }

        for (; i <= x.Length - width; i += width)
        {
            a += Vector512.Create(x.Slice(i, width));
        }

        var sum = Lanes.Sum(a + b + (c + d));
        for (; i < x.Length; i++)
        {
            sum += x[i];
        }

        return sum;
    }
}

internal readonly struct ProductReducer : IReducer
{
    public static T Start<T>()
        where T : unmanaged, INumber<T>
        => T.One;

    public static T Row<T>(ReadOnlySpan<T> row)
        where T : unmanaged, INumber<T>
    {
        var product = T.One;
        foreach (var value in row)
        {
            product *= value;
        }

        return product;
    }

    public static void Fold<T>(Span<T> total, ReadOnlySpan<T> row)
        where T : unmanaged, INumber<T>
        => TensorPrimitives.Multiply(total, row, total);
}

internal readonly struct MaxReducer : IReducer
{
    public static T Start<T>()
        where T : unmanaged, INumber<T>
        => T.Zero;

    public static T Row<T>(ReadOnlySpan<T> row)
        where T : unmanaged, INumber<T>
        => row.IsEmpty ? T.Zero : TensorPrimitives.Max(row);

    public static void Fold<T>(Span<T> total, ReadOnlySpan<T> row)
        where T : unmanaged, INumber<T>
        => TensorPrimitives.Max(total, row, total);
}

internal readonly struct MinReducer : IReducer
{
    public static T Start<T>()
        where T : unmanaged, INumber<T>
        => T.One;

    public static T Row<T>(ReadOnlySpan<T> row)
        where T : unmanaged, INumber<T>
        => row.IsEmpty ? T.One : TensorPrimitives.Min(row);

    public static void Fold<T>(Span<T> total, ReadOnlySpan<T> row)
        where T : unmanaged, INumber<T>
        => TensorPrimitives.Min(total, row, total);
}
