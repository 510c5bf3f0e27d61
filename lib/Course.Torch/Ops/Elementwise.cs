using System.Numerics;
using System.Runtime.CompilerServices;
using TorchSharp.Kernels;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>
/// Drivers between tensors and span kernels. Dense operands go to the kernel as they are; others row by row,
/// rows with a step through a small buffer on the stack.
/// </summary>
internal static class Elementwise
{
    private const int Chunk = 1024;

    // TensorPrimitives writes around the caches from 256 KB on; in blocks of at most 128 KB the next operation still finds the result there.
    private const int Block = 1 << 14;

    /// <summary>y = op(x) for every number type; y has x's shape and type.</summary>
    public static void Unary<TKernel>(Tensor x, Tensor y)
        where TKernel : INumberUnary
    {
        if (HostKernels.Present && HostWalks.TryMap<TKernel>(x, y))
        {
            return;
        }

        switch (x.dtype)
        {
            case ScalarType.Float32: Map<float, NumberUnary<float, TKernel>>(x, y); break;
            case ScalarType.Float64: Map<double, NumberUnary<double, TKernel>>(x, y); break;
            case ScalarType.Int64: Map<long, NumberUnary<long, TKernel>>(x, y); break;
            case ScalarType.Int32: Map<int, NumberUnary<int, TKernel>>(x, y); break;
            case ScalarType.Int16: Map<short, NumberUnary<short, TKernel>>(x, y); break;
            case ScalarType.Int8: Map<sbyte, NumberUnary<sbyte, TKernel>>(x, y); break;
            default: Map<byte, NumberUnary<byte, TKernel>>(x, y); break;
        }
    }

    /// <summary>y = op(x) for float32 and float64.</summary>
    public static void UnaryFloat<TKernel>(Tensor x, Tensor y)
        where TKernel : IFloatUnary
    {
        if (HostKernels.Present && HostWalks.TryMap<TKernel>(x, y))
        {
            return;
        }

        if (x.dtype == ScalarType.Float64)
        {
            Map<double, FloatUnary<double, TKernel>>(x, y);
        }
        else
        {
            Map<float, FloatUnary<float, TKernel>>(x, y);
        }
    }

    /// <summary>y = op(a, b), broadcast to y's shape; all three of one type.</summary>
    public static void Binary<TKernel>(Tensor a, Tensor b, Tensor y)
        where TKernel : INumberBinary
    {
        if (HostKernels.Present && HostWalks.TryZip<TKernel>(a, b, y))
        {
            return;
        }

        switch (y.dtype)
        {
            case ScalarType.Float32: Zip<float, float, NumberBinary<float, TKernel>>(a, b, y); break;
            case ScalarType.Float64: Zip<double, double, NumberBinary<double, TKernel>>(a, b, y); break;
            case ScalarType.Int64: Zip<long, long, NumberBinary<long, TKernel>>(a, b, y); break;
            case ScalarType.Int32: Zip<int, int, NumberBinary<int, TKernel>>(a, b, y); break;
            case ScalarType.Int16: Zip<short, short, NumberBinary<short, TKernel>>(a, b, y); break;
            case ScalarType.Int8: Zip<sbyte, sbyte, NumberBinary<sbyte, TKernel>>(a, b, y); break;
            default: Zip<byte, byte, NumberBinary<byte, TKernel>>(a, b, y); break;
        }
    }

    /// <summary>y = op(a, b) on whole numbers and truth values.</summary>
    public static void Integer<TKernel>(Tensor a, Tensor b, Tensor y)
        where TKernel : IIntegerBinary
    {
        switch (y.dtype)
        {
            case ScalarType.Int64: Zip<long, long, IntegerBinary<long, TKernel>>(a, b, y); break;
            case ScalarType.Int32: Zip<int, int, IntegerBinary<int, TKernel>>(a, b, y); break;
            case ScalarType.Int16: Zip<short, short, IntegerBinary<short, TKernel>>(a, b, y); break;
            case ScalarType.Int8: Zip<sbyte, sbyte, IntegerBinary<sbyte, TKernel>>(a, b, y); break;
            default: Zip<byte, byte, IntegerBinary<byte, TKernel>>(a, b, y); break;
        }
    }

    /// <summary>y = a op b as truth values; a and b of one type.</summary>
    public static void Compare<TKernel>(Tensor a, Tensor b, Tensor y)
        where TKernel : IComparison
    {
        if (HostKernels.Present && HostWalks.TryCompare<TKernel>(a, b, y))
        {
            return;
        }

        switch (a.dtype)
        {
            case ScalarType.Float32: Zip<float, byte, Comparison<float, TKernel>>(a, b, y); break;
            case ScalarType.Float64: Zip<double, byte, Comparison<double, TKernel>>(a, b, y); break;
            case ScalarType.Int64: Zip<long, byte, Comparison<long, TKernel>>(a, b, y); break;
            case ScalarType.Int32: Zip<int, byte, Comparison<int, TKernel>>(a, b, y); break;
            case ScalarType.Int16: Zip<short, byte, Comparison<short, TKernel>>(a, b, y); break;
            case ScalarType.Int8: Zip<sbyte, byte, Comparison<sbyte, TKernel>>(a, b, y); break;
            default: Zip<byte, byte, Comparison<byte, TKernel>>(a, b, y); break;
        }
    }

    /// <summary>y = kernel(x) element by element; the same shape.</summary>
    [SkipLocalsInit]
    public static void Map<T, TKernel>(Tensor x, Tensor y)
        where T : unmanaged
        where TKernel : IMap<T>
    {
        if (y.Count == 0)
        {
            return;
        }

        if (x.IsDense && y.IsDense)
        {
            MapDense<T, TKernel>(x, y);
            return;
        }

        var source = x.Raw<T>();
        var target = y.Raw<T>();
        var rows = new StridedRows(y.Shape, x.Strides, y.Strides);
        Span<T> bufferX = stackalloc T[Chunk];
        Span<T> bufferY = stackalloc T[Chunk];
        do
        {
            for (var from = 0; from < rows.Length; from += Chunk)
            {
                var n = Math.Min(Chunk, rows.Length - from);
                var values = Read<T>(source, rows.Start(0), rows.Step(0), from, n, bufferX);
                var result = rows.Step(1) == 1 ? target.Slice(rows.Start(1) + from, n) : bufferY[..n];
                TKernel.Invoke(values, result);
                Write(result, target, rows.Start(1), rows.Step(1), from);
            }
        }
        while (rows.Next());
    }

    /// <summary>y = kernel(a, b) with broadcasting to y's shape.</summary>
    [SkipLocalsInit]
    public static void Zip<T, TResult, TKernel>(Tensor a, Tensor b, Tensor y)
        where T : unmanaged
        where TResult : unmanaged
        where TKernel : IZip<T, TResult>
    {
        if (y.Count == 0)
        {
            return;
        }

        if (y.IsDense && a.IsDense && b.IsDense && TryZipDense<T, TResult, TKernel>(a, b, y))
        {
            return;
        }

        var left = a.Raw<T>();
        var right = b.Raw<T>();
        var target = y.Raw<TResult>();
        var rows = new StridedRows(
            y.Shape, Layout.ExpandStrides(a.Shape, a.Strides, y.Shape), Layout.ExpandStrides(b.Shape, b.Strides, y.Shape), y.Strides);
        Span<T> bufferA = stackalloc T[Chunk];
        Span<T> bufferB = stackalloc T[Chunk];
        Span<TResult> bufferY = stackalloc TResult[Chunk];
        do
        {
            for (var from = 0; from < rows.Length; from += Chunk)
            {
                var n = Math.Min(Chunk, rows.Length - from);
                var result = rows.Step(2) == 1 ? target.Slice(rows.Start(2) + from, n) : bufferY[..n];
                if (rows.Step(1) == 0)
                {
                    TKernel.Invoke(Read<T>(left, rows.Start(0), rows.Step(0), from, n, bufferA), right[rows.Start(1)], result);
                }
                else if (rows.Step(0) == 0)
                {
                    TKernel.Invoke(left[rows.Start(0)], Read<T>(right, rows.Start(1), rows.Step(1), from, n, bufferB), result);
                }
                else
                {
                    TKernel.Invoke(
                        Read<T>(left, rows.Start(0), rows.Step(0), from, n, bufferA),
                        Read<T>(right, rows.Start(1), rows.Step(1), from, n, bufferB),
                        result);
                }

                Write(result, target, rows.Start(2), rows.Step(2), from);
            }
        }
        while (rows.Next());
    }

    private static bool TryZipDense<T, TResult, TKernel>(Tensor a, Tensor b, Tensor y)
        where T : unmanaged
        where TResult : unmanaged
        where TKernel : IZip<T, TResult>
    {
        var n = y.Count;
        if (a.Count == n && b.Count == n)
        {
            ZipDense<T, TResult, TKernel>(a, b, y);
            return true;
        }

        if (b.Count == 1 && a.Count == n)
        {
            ZipNumber<T, TResult, TKernel>(a, b.Dense<T>()[0], y);
            return true;
        }

        if (a.Count == 1 && b.Count == n)
        {
            ZipNumber<T, TResult, TKernel>(a.Dense<T>()[0], b, y);
            return true;
        }

        return false;
    }

    private static void ZipNumber<T, TResult, TKernel>(Tensor a, T number, Tensor y)
        where T : unmanaged
        where TResult : unmanaged
        where TKernel : IZip<T, TResult>
        => InBlocks(y.Count, (from, to) => TKernel.Invoke(a.Dense<T>()[from..to], number, y.Dense<TResult>()[from..to]));

    private static void ZipNumber<T, TResult, TKernel>(T number, Tensor b, Tensor y)
        where T : unmanaged
        where TResult : unmanaged
        where TKernel : IZip<T, TResult>
        => InBlocks(y.Count, (from, to) => TKernel.Invoke(number, b.Dense<T>()[from..to], y.Dense<TResult>()[from..to]));

    private static void MapDense<T, TKernel>(Tensor x, Tensor y)
        where T : unmanaged
        where TKernel : IMap<T>
    {
        if (y.Count <= Block)
        {
            TKernel.Invoke(x.Dense<T>(), y.Dense<T>());
        }
        else
        {
            MapBlocks<T, TKernel>(x, y);
        }
    }

    private static void MapBlocks<T, TKernel>(Tensor x, Tensor y)
        where T : unmanaged
        where TKernel : IMap<T>
        => InBlocks(y.Count, (from, to) => TKernel.Invoke(x.Dense<T>()[from..to], y.Dense<T>()[from..to]));

    private static void ZipDense<T, TResult, TKernel>(Tensor a, Tensor b, Tensor y)
        where T : unmanaged
        where TResult : unmanaged
        where TKernel : IZip<T, TResult>
    {
        if (y.Count <= Block)
        {
            TKernel.Invoke(a.Dense<T>(), b.Dense<T>(), y.Dense<TResult>());
        }
        else
        {
            ZipBlocks<T, TResult, TKernel>(a, b, y);
        }
    }

    private static void ZipBlocks<T, TResult, TKernel>(Tensor a, Tensor b, Tensor y)
        where T : unmanaged
        where TResult : unmanaged
        where TKernel : IZip<T, TResult>
        => InBlocks(y.Count, (from, to) => TKernel.Invoke(a.Dense<T>()[from..to], b.Dense<T>()[from..to], y.Dense<TResult>()[from..to]));

    private static void InBlocks(int count, Action<int, int> body) => Workers.For(count, Workers.ElementwiseGrain, (from, to) =>
    {
        for (; from < to; from += Block)
        {
            body(from, Math.Min(from + Block, to));
        }
    });

    private static ReadOnlySpan<T> Read<T>(ReadOnlySpan<T> source, int start, int step, int from, int n, Span<T> buffer)
        where T : unmanaged
    {
        if (step == 1)
        {
            return source.Slice(start + from, n);
        }

        if (step == 0)
        {
            buffer[..n].Fill(source[start]);
            return buffer[..n];
        }

        for (var i = 0; i < n; i++)
        {
            buffer[i] = source[start + ((from + i) * step)];
        }

        return buffer[..n];
    }

    private static void Write<T>(ReadOnlySpan<T> values, Span<T> target, int start, int step, int from)
        where T : unmanaged
    {
        if (step == 1)
        {
            return; // the kernel wrote there itself
        }

        for (var i = 0; i < values.Length; i++)
        {
            target[start + ((from + i) * step)] = values[i];
        }
    }
}
