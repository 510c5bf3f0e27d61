using System.Numerics;

namespace TorchSharp.Kernels;

/// <summary>Square matrices taken apart: LU with row exchanges, and Cholesky. Row-major, in place.</summary>
internal static class LinearKernels
{
    /// <summary>a becomes L (below the diagonal, which is 1) and U. Returns the sign of the exchanges, 0 if a pivot is 0.</summary>
    public static int Factor<T>(Span<T> a, Span<int> rows, int n)
        where T : unmanaged, INumber<T>
    {
        var (sign, regular) = (1, true);
        for (var i = 0; i < n; i++)
        {
            rows[i] = i;
        }

        for (var k = 0; k < n; k++)
        {
            var best = k;
            for (var i = k + 1; i < n; i++)
            {
                best = T.Abs(a[(i * n) + k]) > T.Abs(a[(best * n) + k]) ? i : best;
            }

            if (best != k)
            {
                sign = -sign;
                (rows[k], rows[best]) = (rows[best], rows[k]);
                for (var j = 0; j < n; j++)
                {
                    (a[(k * n) + j], a[(best * n) + j]) = (a[(best * n) + j], a[(k * n) + j]);
                }
            }

            regular &= a[(k * n) + k] != T.Zero;
            Eliminate(a, k, n);
        }

        return regular ? sign : 0;
    }

    /// <summary>x = a⁻¹ b for a factored a; b and x are n × m.</summary>
    public static void Solve<T>(ReadOnlySpan<T> lu, ReadOnlySpan<int> rows, ReadOnlySpan<T> b, Span<T> x, int n, int m)
        where T : unmanaged, INumber<T>
    {
        for (var i = 0; i < n; i++)
        {
            b.Slice(rows[i] * m, m).CopyTo(x[(i * m)..]);
            for (var k = 0; k < i; k++)
            {
                Subtract(x, i, k, lu[(i * n) + k], m);
            }
        }

        for (var i = n - 1; i >= 0; i--)
        {
            for (var k = i + 1; k < n; k++)
            {
                Subtract(x, i, k, lu[(i * n) + k], m);
            }

            for (var j = 0; j < m; j++)
            {
                x[(i * m) + j] /= lu[(i * n) + i];
            }
        }
    }

    /// <summary>a becomes its lower Cholesky factor. False if a is not positive definite.</summary>
    public static bool Cholesky<T>(Span<T> a, int n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var sum = a[(i * n) + j];
                for (var k = 0; k < j; k++)
                {
                    sum -= a[(i * n) + k] * a[(j * n) + k];
                }

                if (i == j && !(sum > T.Zero))
                {
                    return false;
                }

                a[(i * n) + j] = i == j ? T.Sqrt(sum) : sum / a[(j * n) + j];
            }

            a.Slice((i * n) + i + 1, n - i - 1).Clear();
        }

        return true;
    }

    private static void Eliminate<T>(Span<T> a, int k, int n)
        where T : unmanaged, INumber<T>
    {
        var pivot = a[(k * n) + k];
        for (var i = k + 1; i < n && pivot != T.Zero; i++)
        {
            var factor = a[(i * n) + k] /= pivot;
            for (var j = k + 1; j < n; j++)
            {
                a[(i * n) + j] -= factor * a[(k * n) + j];
            }
        }
    }

    private static void Subtract<T>(Span<T> x, int target, int source, T factor, int m)
        where T : unmanaged, INumber<T>
    {
        for (var j = 0; j < m; j++)
        {
            x[(target * m) + j] -= factor * x[(source * m) + j];
        }
    }
}
