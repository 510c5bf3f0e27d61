using System.Numerics;
using TorchSharp.Kernels;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Equations, determinants and Cholesky factors of dense square matrices (…, n, n), without history.</summary>
internal static class LinearOps
{
    /// <summary>a⁻¹ b: (…, n, n), (…, n, m) → (…, n, m).</summary>
    public static Tensor Solve(Tensor a, Tensor b) => a.dtype == ScalarType.Float64 ? Solve<double>(a, b) : Solve<float>(a, b);

    /// <summary>Sign and ln |det| of each matrix; 0 and −∞ of a singular one.</summary>
    public static (Tensor Signs, Tensor Logs) Determinants(Tensor a) => a.dtype == ScalarType.Float64 ? Determinants<double>(a) : Determinants<float>(a);

    public static Tensor Cholesky(Tensor a) => a.dtype == ScalarType.Float64 ? Cholesky<double>(a) : Cholesky<float>(a);

    private static Tensor Solve<T>(Tensor a, Tensor b)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var (n, m) = ((int)b.Shape[^2], (int)b.Shape[^1]);
        var (x, lu, rows) = (Tensor.Empty(b.Shape, a.dtype), new T[n * n], new int[n]);
        for (var i = 0; i < Matrices(a); i++)
        {
            a.Dense<T>().Slice(i * n * n, n * n).CopyTo(lu);
            if (LinearKernels.Factor<T>(lu, rows, n) == 0)
            {
                throw new TorchError($"linalg: matrix {i} of {a.ShapeText} is singular: some row is a sum of multiples of the others");
            }

            LinearKernels.Solve<T>(lu, rows, b.Dense<T>().Slice(i * n * m, n * m), x.Dense<T>().Slice(i * n * m, n * m), n, m);
        }

        GC.KeepAlive(a);
        GC.KeepAlive(b);
        return x;
    }

    private static (Tensor, Tensor) Determinants<T>(Tensor a)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var n = (int)a.Shape[^1];
        var (signs, logs) = (Tensor.Empty(a.Shape[..^2], a.dtype), Tensor.Empty(a.Shape[..^2], a.dtype));
        var (lu, rows) = (new T[n * n], new int[n]);
        for (var i = 0; i < signs.Count; i++)
        {
            a.Dense<T>().Slice(i * n * n, n * n).CopyTo(lu);
            var (sign, log) = (T.CreateTruncating(LinearKernels.Factor<T>(lu, rows, n)), T.Zero);
            for (var k = 0; k < n; k++)
            {
                var pivot = lu[(k * n) + k];
                sign *= pivot > T.Zero ? T.One : pivot < T.Zero ? -T.One : pivot; // NaN stays
                log += T.Log(T.Abs(pivot));
            }

            (signs.Dense<T>()[i], logs.Dense<T>()[i]) = (sign, log);
        }

        GC.KeepAlive(a);
        return (signs, logs);
    }

    private static Tensor Cholesky<T>(Tensor a)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var (n, l) = ((int)a.Shape[^1], Tensor.Empty(a.Shape, a.dtype));
        a.Dense<T>().CopyTo(l.Dense<T>());
        for (var i = 0; i < Matrices(a); i++)
        {
            if (!LinearKernels.Cholesky(l.Dense<T>().Slice(i * n * n, n * n), n))
            {
                throw new TorchError($"linalg.cholesky: matrix {i} of {a.ShapeText} is not positive definite");
            }
        }

        GC.KeepAlive(a);
        return l;
    }

    private static int Matrices(Tensor a) => (int)Layout.Count(a.Shape.AsSpan(0, a.Rank - 2));
}
