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
        var y = Tensor.Empty([.. x.Shape[..^1], weights.Shape[0]], x.dtype);
        switch (y.dtype)
        {
            case ScalarType.Float32: Linear<float>(x, weights, bias, y); break;
            case ScalarType.Float64: Linear<double>(x, weights, bias, y); break;
            case ScalarType.Int64: Linear<long>(x, weights, bias, y); break;
            case ScalarType.Int32: Linear<int>(x, weights, bias, y); break;
            default: throw new TorchError($"matmul: {y.dtype} matrices are not multiplied; convert them to float32 first");
        }

        GC.KeepAlive(bias);
        return Tensor.Done(y, x, weights);
    }

    private static void Linear<T>(Tensor x, Tensor weights, Tensor? bias, Tensor y)
        where T : unmanaged, System.Numerics.INumber<T>
    {
        if (y.Count == 0)
        {
            return;
        }

        var (k, n) = ((int)weights.Shape[1], (int)weights.Shape[0]);
        var whole = bias is not null && HostKernels.Present; // calls cost more than memory there
        if (whole)
        {
            Copying.Copy(bias!, y);
        }

        var row = bias is null || whole ? null : Row(bias, n);
        fixed (T* px = x.Raw<T>(), pw = weights.Raw<T>(), py = y.Raw<T>(), pb = row is null ? default : row.Raw<T>())
        {
            Gemm.Multiply(y.Count / n, n, k, new MatrixView<T>(px, k, 1), View(pw, weights).Transposed, py, n, whole, pb);
        }

        GC.KeepAlive(row);
    }

    private static Tensor Row(Tensor bias, int n)
    {
        if (bias.IsDense && bias.Count == n)
        {
            return bias;
        }

        var row = Tensor.Empty([n], bias.dtype);
        Copying.Copy(bias, row);
        return row;
    }

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
