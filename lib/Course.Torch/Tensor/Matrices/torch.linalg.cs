namespace TorchSharp;

public static partial class torch
{
    public static Tensor det(Tensor input) => input.det();

    public static Tensor inverse(Tensor input) => input.inverse();

    public static Tensor cholesky(Tensor input) => input.cholesky();

    public static Tensor logdet(Tensor input) => input.logdet();

    /// <summary>Matrices (…, m, n), batches of them included.</summary>
    public static class linalg
    {
        public static Tensor det(Tensor input) => input.det();

        public static (Tensor, Tensor) slogdet(Tensor input) => input.slogdet();

        public static Tensor inv(Tensor input) => input.inverse();

        public static Tensor cholesky(Tensor input) => input.cholesky();

        /// <summary>X with A X = B, or X A = B where left is false. B: (…, n, m), or (…, n) for one right side each.</summary>
        public static Tensor solve(Tensor A, Tensor B, bool left = true)
        {
            if (!left)
            {
                return solve(A.mT, B.mT).mT;
            }

            var vector = B.Rank == 1 || (B.Rank == A.Rank - 1 && B.Shape.AsSpan().SequenceEqual(A.Shape.AsSpan(0, A.Rank - 1)));
            return vector ? A.Solved(B.unsqueeze(-1)).squeeze(-1) : A.Solved(B);
        }

        /// <summary>The p-norm over the listed dimensions, all if none.</summary>
        public static Tensor vector_norm(Tensor input, double ord = 2, long[]? dims = null, bool keepdim = false) => input.NormOver(dims ?? [], keepdim, ord);

        /// <summary>Of vectors and matrices alike: the root of the sum of squares.</summary>
        public static Tensor norm(Tensor input, long[]? dims = null, bool keepdim = false) => vector_norm(input, 2, dims, keepdim);

        /// <summary>Frobenius norm of matrices ("fro").</summary>
        public static Tensor matrix_norm(Tensor input, string ord = "fro", long[]? dims = null, bool keepdim = false) => ord == "fro"
            ? vector_norm(input, 2, dims ?? [-2, -1], keepdim)
            : throw new TorchError($"matrix_norm: '{ord}' is not in Course.Torch; 'fro' is, and 1, -1 and infinity as numbers");

        /// <summary>Largest (1, ∞) or smallest (−1, −∞) sum of sizes over columns (±1) or rows (±∞).</summary>
        public static Tensor matrix_norm(Tensor input, double ord, long[]? dims = null, bool keepdim = false)
        {
            if (Math.Abs(ord) != 1 && !double.IsInfinity(ord))
            {
                throw new TorchError($"matrix_norm: order {ord} is not in Course.Torch; 1, -1, infinity, -infinity and 'fro' are");
            }

            var (first, second) = dims is [var d0, var d1] ? (Layout.Dim("matrix_norm", d0, input.Rank), Layout.Dim("matrix_norm", d1, input.Rank)) : (input.Rank - 2, input.Rank - 1);
            var (summed, chosen) = Math.Abs(ord) == 1 ? (first, second) : (second, first);
            var sums = input.abs().sum(summed, keepdim: true);
            var result = ord > 0 ? sums.amax([(long)chosen], keepdim: true) : sums.amin([(long)chosen], keepdim: true);
            return keepdim ? result : result.squeeze(Math.Max(first, second)).squeeze(Math.Min(first, second));
        }

        /// <summary>All matrices multiplied, from the left.</summary>
        public static Tensor multi_dot(IList<Tensor> tensors) => tensors.Count >= 2
            ? tensors.Skip(1).Aggregate(tensors[0], (product, next) => product.matmul(next))
            : throw new TorchError($"multi_dot: {tensors.Count} tensors; give at least two");

        /// <summary>Vectors of 3 along a dimension, at right angles to both.</summary>
        public static Tensor cross(Tensor input, Tensor other, long dim = -1)
        {
            var d = Layout.Dim("cross", dim, input.Rank);
            if (input.Rank != other.Rank || input.Shape[d] != 3 || other.Shape[d] != 3)
            {
                throw new TorchError($"cross: {input.ShapeText} and {other.ShapeText}; both need size 3 in dimension {d}");
            }

            Tensor Part(Tensor t, long i) => t.narrow(d, i, 1);
            return cat(Enumerable.Range(0, 3).Select(i => (Part(input, (i + 1) % 3) * Part(other, (i + 2) % 3)) - (Part(input, (i + 2) % 3) * Part(other, (i + 1) % 3))).ToArray(), d);
        }

        public static Tensor diagonal(Tensor input, int offset = 0, int dim1 = -2, int dim2 = -1) => input.diagonal(offset, dim1, dim2);
    }
}
