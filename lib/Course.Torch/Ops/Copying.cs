using System.Numerics;
using TorchSharp.Kernels;
using TensorPrimitives = System.Numerics.Tensors.TensorPrimitives;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Copies between tensors of any layout and any element type.</summary>
internal static class Copying
{
    private const int Tile = 32;

    /// <summary>target = source, broadcast to the target's shape and converted to its type.</summary>
    public static void Copy(Tensor source, Tensor target)
    {
        if (HostKernels.Present && (source.dtype == target.dtype ? HostWalks.TryCopy(source, target) : HostWalks.TryConvert(source, target)))
        {
            return;
        }

        if (source.dtype != target.dtype)
        {
            if (source.Count < target.Count)
            {
                using var converted = source.EmptyLike(target.dtype); // each element once, not once for each place it goes to
                Convert(source, converted);
                Copy(converted, target);
            }
            else
            {
                Convert(source, target);
            }

            return;
        }

        switch (target.ElementSize)
        {
            case 1: Move<byte>(source, target); break;
            case 2: Move<short>(source, target); break;
            case 4: Move<int>(source, target); break;
            default: Move<long>(source, target); break;
        }
    }

    private static void Move<T>(Tensor source, Tensor target)
        where T : unmanaged
    {
        if (target.Count == 0)
        {
            return;
        }

        if (source.IsDense && target.IsDense && source.Count == target.Count)
        {
            source.Dense<T>().CopyTo(target.Dense<T>());
            return;
        }

        var from = source.Raw<T>();
        var to = target.Raw<T>();
        var strides = Layout.ExpandStrides(source.Shape, source.Strides, target.Shape);
        if (TryTranspose<T>(from, strides, to, target))
        {
            return;
        }

        var rows = new StridedRows(target.Shape, strides, target.Strides);
        do
        {
            MoveRow(from, rows.Start(0), rows.Step(0), to, rows.Start(1), rows.Step(1), rows.Length);
        }
        while (rows.Next());
    }

    private static void MoveRow<T>(ReadOnlySpan<T> from, int start, int step, Span<T> to, int target, int targetStep, int n)
    {
        if (step == 1 && targetStep == 1)
        {
            from.Slice(start, n).CopyTo(to[target..]);
            return;
        }

        if (step == 0 && targetStep == 1)
        {
            to.Slice(target, n).Fill(from[start]);
            return;
        }

        for (var i = 0; i < n; i++)
        {
            to[target + (i * targetStep)] = from[start + (i * step)];
        }
    }

    // The last two dimensions swapped: in tiles, so that both sides use whole cache lines.
    private static bool TryTranspose<T>(ReadOnlySpan<T> from, long[] strides, Span<T> to, Tensor target)
    {
        var rank = target.Rank;
        if (rank < 2 || !target.IsDense || strides[^2] != 1 || strides[^1] <= 1 || target.Shape[^1] < 4 || target.Shape[^2] < 4)
        {
            return false;
        }

        var (rows, columns, stride) = ((int)target.Shape[^2], (int)target.Shape[^1], (int)strides[^1]);
        var blocks = new StridedRows(target.Shape.AsSpan(0, rank - 2), strides[..^2], target.Strides[..^2]);
        do
        {
            for (var i = 0; i < blocks.Length; i++)
            {
                var source = from[(blocks.Start(0) + (i * blocks.Step(0)))..];
                Transpose(source, stride, to[(blocks.Start(1) + (i * blocks.Step(1)))..], rows, columns);
            }
        }
        while (blocks.Next());
        return true;
    }

    private static void Transpose<T>(ReadOnlySpan<T> from, int stride, Span<T> to, int rows, int columns)
    {
        for (var r0 = 0; r0 < rows; r0 += Tile)
        {
            var r1 = Math.Min(r0 + Tile, rows);
            for (var c0 = 0; c0 < columns; c0 += Tile)
            {
                var c1 = Math.Min(c0 + Tile, columns);
                for (var r = r0; r < r1; r++)
                {
                    for (var c = c0; c < c1; c++)
                    {
                        to[(r * columns) + c] = from[r + (c * stride)];
                    }
                }
            }
        }
    }

    private static void Convert(Tensor source, Tensor target)
    {
        switch (source.dtype)
        {
            case ScalarType.Float32: From<float>(source, target); break;
            case ScalarType.Float64: From<double>(source, target); break;
            case ScalarType.Int64: From<long>(source, target); break;
            case ScalarType.Int32: From<int>(source, target); break;
            case ScalarType.Int16: From<short>(source, target); break;
            case ScalarType.Int8: From<sbyte>(source, target); break;
            default: From<byte>(source, target); break;
        }
    }

    private static void From<TIn>(Tensor source, Tensor target)
        where TIn : unmanaged, INumber<TIn>
    {
        switch (target.dtype)
        {
            case ScalarType.Float32: Convert<TIn, float>(source, target); break;
            case ScalarType.Float64: Convert<TIn, double>(source, target); break;
            case ScalarType.Int64: Convert<TIn, long>(source, target); break;
            case ScalarType.Int32: Convert<TIn, int>(source, target); break;
            case ScalarType.Int16: Convert<TIn, short>(source, target); break;
            case ScalarType.Int8: Convert<TIn, sbyte>(source, target); break;
            case ScalarType.Byte: Convert<TIn, byte>(source, target); break;
            default: ToBool<TIn>(source, target); break;
        }
    }

    private static void Convert<TIn, TOut>(Tensor source, Tensor target)
        where TIn : unmanaged, INumber<TIn>
        where TOut : unmanaged, INumber<TOut>
    {
        if (target.Count == 0)
        {
            return;
        }

        if (source.IsDense && target.IsDense && source.Count == target.Count)
        {
            TensorPrimitives.ConvertTruncating<TIn, TOut>(source.Dense<TIn>(), target.Dense<TOut>());
            return;
        }

        var from = source.Raw<TIn>();
        var to = target.Raw<TOut>();
        var rows = new StridedRows(target.Shape, Layout.ExpandStrides(source.Shape, source.Strides, target.Shape), target.Strides);
        do
        {
            for (var i = 0; i < rows.Length; i++)
            {
                to[rows.Start(1) + (i * rows.Step(1))] = TOut.CreateTruncating(from[rows.Start(0) + (i * rows.Step(0))]);
            }
        }
        while (rows.Next());
    }

    private static void ToBool<TIn>(Tensor source, Tensor target)
        where TIn : unmanaged, INumber<TIn>
    {
        if (target.Count == 0)
        {
            return;
        }

        var from = source.Raw<TIn>();
        var to = target.Raw<byte>();
        var rows = new StridedRows(target.Shape, Layout.ExpandStrides(source.Shape, source.Strides, target.Shape), target.Strides);
        do
        {
            for (var i = 0; i < rows.Length; i++)
            {
                to[rows.Start(1) + (i * rows.Step(1))] = from[rows.Start(0) + (i * rows.Step(0))] != TIn.Zero ? (byte)1 : (byte)0;
            }
        }
        while (rows.Next());
    }
}
