using TorchSharp.Kernels;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Matrix products of tensors of equal rank ≥ 2, batch by batch, from any strides to a dense result.</summary>
internal static unsafe class MatrixProduct
{
    /// <summary>y (…, m, n) = or += a (…, m, k) · b (…, k, n); batch dimensions of a and b broadcast to y's.</summary>
    public static void Run(Tensor a, Tensor b, Tensor y, bool accumulate = false)
    {
        switch (y.dtype)
        {
            case ScalarType.Float32: Run<float>(a, b, y, accumulate); break;
            case ScalarType.Float64: Run<double>(a, b, y, accumulate); break;
            case ScalarType.Int64: Run<long>(a, b, y, accumulate); break;
            case ScalarType.Int32: Run<int>(a, b, y, accumulate); break;
            default: throw new TorchError($"matmul: {y.dtype} matrices are not multiplied; convert them to float32 first");
        }
    }

    /// <summary>y (…, n) = x (…, k) · wᵀ (k, n) + bias (n); x dense.</summary>
    public static Tensor Linear(Tensor x, Tensor weights, Tensor? bias)
    {
        var (k, n) = (weights.Shape[1], weights.Shape[0]);
        var y = Tensor.Empty([.. x.Shape[..^1], n], x.dtype);
        using var flat = y.Window([y.Rank == 1 ? 1 : Layout.Count(y.Shape.AsSpan(0, y.Rank - 1)), n], [n, 1], 0);
        using var rows = x.Window([flat.Shape[0], k], [k, 1], x.Offset);
        using var columns = weights.Window([k, n], [weights.Strides[1], weights.Strides[0]], weights.Offset);
        if (bias is not null)
        {
            Repeat(bias, flat);
        }

        Run(rows, columns, flat, accumulate: bias is not null);
        return y;
    }

    private static void Repeat(Tensor row, Tensor matrix)
    {
        if (matrix.Count < 2 * Workers.RowGrain)
        {
            Copying.Copy(row, matrix);
        }
        else
        {
            RepeatOnThreads(row, matrix);
        }
    }

    private static void RepeatOnThreads(Tensor row, Tensor matrix) => Workers.Rows((int)matrix.Shape[0], (int)matrix.Shape[1], (from, to) =>
    {
        using var part = matrix.Window([to - from, matrix.Shape[1]], [matrix.Shape[1], 1], from * matrix.Shape[1]);
        Copying.Copy(row, part);
    });

    private static void Run<T>(Tensor a, Tensor b, Tensor y, bool accumulate)
        where T : unmanaged, System.Numerics.INumber<T>
    {
        if (y.Count == 0)
        {
            return;
        }

        var (m, n, k) = ((int)y.Shape[^2], (int)y.Shape[^1], (int)a.Shape[^1]);
        fixed (T* pa = a.Raw<T>(), pb = b.Raw<T>(), py = y.Raw<T>())
        {
            var batch = y.Shape.AsSpan(0, y.Rank - 2);
            if (batch.IsEmpty)
            {
                Gemm.Multiply(m, n, k, View(pa, a), View(pb, b), py, n, accumulate);
                return;
            }

            var stepsA = Layout.ExpandStrides(a.Shape.AsSpan(0, a.Rank - 2), a.Strides.AsSpan(0, a.Rank - 2), batch);
            var stepsB = Layout.ExpandStrides(b.Shape.AsSpan(0, b.Rank - 2), b.Strides.AsSpan(0, b.Rank - 2), batch);
            var starts = Starts(batch, stepsA, stepsB);
            var (viewA, viewB, target) = (View(pa, a), View(pb, b), (nint)py);
            var serial = (long)m * n * k * starts.Length < Gemm.ParallelWork || (long)m * n * k >= Gemm.ParallelWork;
            Workers.For(starts.Length, serial ? starts.Length : 1, (from, to) =>
            {
                for (var i = from; i < to; i++)
                {
                    Gemm.Multiply(
                        m, n, k,
                        new MatrixView<T>(viewA.Data + starts[i].A, viewA.RowStride, viewA.ColumnStride),
                        new MatrixView<T>(viewB.Data + starts[i].B, viewB.RowStride, viewB.ColumnStride),
                        (T*)target + ((long)i * m * n), n, accumulate);
                }
            });
        }

        GC.KeepAlive(a);
        GC.KeepAlive(b);
    }

    private static MatrixView<T> View<T>(T* data, Tensor matrix)
        where T : unmanaged
        => new(data, (int)matrix.Strides[^2], (int)matrix.Strides[^1]);

    private static (int A, int B)[] Starts(ReadOnlySpan<long> batch, long[] stepsA, long[] stepsB)
    {
        var starts = new (int, int)[Layout.Count(batch)];
        if (starts.Length == 0)
        {
            return starts;
        }

        var rows = new StridedRows(batch, stepsA, stepsB);
        var i = 0;
        do
        {
            for (var r = 0; r < rows.Length; r++)
            {
                starts[i++] = (rows.Start(0) + (r * rows.Step(0)), rows.Start(1) + (r * rows.Step(1)));
            }
        }
        while (rows.Next());
        return starts;
    }
}
