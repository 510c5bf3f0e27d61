namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>
        /// Matrix product of the last two dimensions; the others broadcast. A 1-d operand counts as a row on the left, a column on the right.
        /// </summary>
        /// <exception cref="System.Runtime.InteropServices.ExternalException">The inner sizes differ; the message shows both shapes.</exception>
        [StaticTwin]
        public Tensor matmul(Tensor target)
        {
            if (Rank == 0 || target.Rank == 0)
            {
                throw new TorchError($"matmul: {ShapeText} x {target.ShapeText}: both need at least one dimension; use * for a number");
            }

            CheckInner("matmul", this, target);
            if (Rank == 1 && target.Rank == 1)
            {
                return (this * target).sum();
            }

            var left = Rank == 1 ? unsqueeze(0) : this;
            var right = target.Rank == 1 ? target.unsqueeze(-1) : target;
            var y = left.Rank > 2 && right.Rank == 2 && left.IsDense
                ? left.reshape(-1, left.Shape[^1]).MultiplyMatrices(right).reshape([.. left.Shape[..^1], right.Shape[^1]])
                : left.MultiplyMatrices(right);
            y = Rank == 1 ? y.squeeze(-2) : y;
            return target.Rank == 1 ? y.squeeze(-1) : y;
        }

        /// <summary>(m, k) times (k, n).</summary>
        [StaticTwin]
        public Tensor mm(Tensor target)
        {
            CheckRank("mm", this, 2);
            CheckRank("mm", target, 2);
            CheckInner("mm", this, target);
            return MultiplyMatrices(target);
        }

        /// <summary>(m, k) times (k).</summary>
        [StaticTwin]
        public Tensor mv(Tensor target)
        {
            CheckRank("mv", this, 2);
            CheckRank("mv", target, 1);
            return matmul(target);
        }

        /// <summary>(B, m, k) times (B, k, n).</summary>
        [StaticTwin]
        public Tensor bmm(Tensor batch2)
        {
            CheckRank("bmm", this, 3);
            CheckRank("bmm", batch2, 3);
            if (Shape[0] != batch2.Shape[0])
            {
                throw new TorchError($"bmm: {ShapeText} x {batch2.ShapeText}: batch sizes {Shape[0]} and {batch2.Shape[0]} differ; use matmul to broadcast");
            }

            CheckInner("bmm", this, batch2);
            return MultiplyMatrices(batch2);
        }

        /// <summary>Inner product of two vectors.</summary>
        public Tensor dot(Tensor target)
        {
            CheckRank("dot", this, 1);
            CheckRank("dot", target, 1);
            return matmul(target);
        }

        [StaticTwin]
        public Tensor vdot(Tensor target) => dot(target);

        /// <summary>Sum over the last dimension of both.</summary>
        [StaticTwin]
        public Tensor inner(Tensor vec2)
        {
            if (Rank == 0 || vec2.Rank == 0)
            {
                return this * vec2;
            }

            CheckInner("inner", this, vec2.Rank == 1 ? vec2 : vec2.mT);
            return tensordot(vec2, [Rank - 1], [vec2.Rank - 1]);
        }

        /// <summary>All products of two vectors' elements: (m), (n) → (m, n).</summary>
        [StaticTwin]
        public Tensor outer(Tensor vec2)
        {
            CheckRank("outer", this, 1);
            CheckRank("outer", vec2, 1);
            return unsqueeze(1) * vec2;
        }

        [StaticTwin]
        public Tensor ger(Tensor vec2) => outer(vec2);

        /// <summary>beta · this + alpha · mat1 mat2.</summary>
        public Tensor addmm(Tensor mat1, Tensor mat2, float beta = 1, float alpha = 1) => Weighted(mat1.mm(mat2), beta, alpha);

        public Tensor addmm_(Tensor mat1, Tensor mat2, float beta = 1, float alpha = 1) => InPlace(x => x.addmm(mat1, mat2, beta, alpha), mat1);

        public Tensor addmv(Tensor mat, Tensor vec, float beta = 1, float alpha = 1) => Weighted(mat.mv(vec), beta, alpha);

        public Tensor addmv_(Tensor mat, Tensor vec, float beta = 1, float alpha = 1) => InPlace(x => x.addmv(mat, vec, beta, alpha), mat);

        [StaticTwin]
        public Tensor addr(Tensor vec1, Tensor vec2, float beta = 1, float alpha = 1) => Weighted(vec1.outer(vec2), beta, alpha);

        [StaticTwin]
        public Tensor addr_(Tensor vec1, Tensor vec2, float beta = 1, float alpha = 1) => InPlace(x => x.addr(vec1, vec2, beta, alpha), vec1);

        [StaticTwin]
        public Tensor baddbmm(Tensor batch1, Tensor batch2, float beta = 1, float alpha = 1) => Weighted(batch1.bmm(batch2), beta, alpha);

        [StaticTwin]
        public Tensor addbmm(Tensor batch1, Tensor batch2, float beta = 1, float alpha = 1) => Weighted(batch1.bmm(batch2).sum(0L), beta, alpha);

        [StaticTwin]
        public Tensor addbmm_(Tensor batch1, Tensor batch2, float beta = 1, float alpha = 1) => InPlace(x => x.addbmm(batch1, batch2, beta, alpha), batch1);

        /// <summary>The matrix n times multiplied with itself.</summary>
        [StaticTwin]
        public Tensor matrix_power(int n)
        {
            if (Rank < 2 || Shape[^1] != Shape[^2] || n < 0)
            {
                throw new TorchError($"matrix_power: {ShapeText} to the power {n}; needs square matrices and n of at least 0");
            }

            var result = torch.eye(Shape[^1], dtype: _dtype).expand(Shape);
            for (var i = 0; i < n; i++)
            {
                result = result.matmul(this);
            }

            return result;
        }

        /// <summary>Sum of the diagonal.</summary>
        [StaticTwin]
        public Tensor trace()
        {
            CheckRank("trace", this, 2);
            return diagonal().sum();
        }

        public Tensor tensordot(Tensor b, long dims = 2) => tensordot(
            b, Enumerable.Range(0, (int)dims).Select(i => Rank - dims + i).ToArray(), Enumerable.Range(0, (int)dims).Select(i => (long)i).ToArray());

        public Tensor tensordot(Tensor b, (long, long)[] dims) =>
            tensordot(b, dims.Select(pair => pair.Item1).ToArray(), dims.Select(pair => pair.Item2).ToArray());

        /// <summary>Sum of products over paired dimensions; the others of this, then of b, are left.</summary>
        public Tensor tensordot(Tensor b, long[] dims1, long[] dims2)
        {
            var mine = Array.ConvertAll(dims1, d => Layout.Dim("tensordot", d, Rank));
            var theirs = Array.ConvertAll(dims2, d => Layout.Dim("tensordot", d, b.Rank));
            if (mine.Length != theirs.Length || mine.Zip(theirs).Any(pair => Shape[pair.First] != b.Shape[pair.Second]))
            {
                throw new TorchError($"tensordot: {ShapeText} over {Layout.Text(dims1)} with {b.ShapeText} over {Layout.Text(dims2)}: paired sizes must be equal");
            }

            var keptMine = Enumerable.Range(0, Rank).Except(mine).ToArray();
            var keptTheirs = Enumerable.Range(0, b.Rank).Except(theirs).ToArray();
            var inner = Layout.Count(mine.Select(d => Shape[d]).ToArray());
            var left = permute(keptMine.Concat(mine).Select(d => (long)d).ToArray()).reshape(Layout.Count(keptMine.Select(d => Shape[d]).ToArray()), inner);
            var right = b.permute(theirs.Concat(keptTheirs).Select(d => (long)d).ToArray()).reshape(inner, Layout.Count(keptTheirs.Select(d => b.Shape[d]).ToArray()));
            return left.matmul(right).reshape([.. keptMine.Select(d => Shape[d]), .. keptTheirs.Select(d => b.Shape[d])]);
        }

        /// <summary>Kronecker product.</summary>
        [StaticTwin]
        public Tensor kron(Tensor other)
        {
            var rank = Math.Max(Rank, other.Rank);
            var a = reshape([.. Enumerable.Repeat(1L, rank - Rank), .. Shape]);
            var b = other.reshape([.. Enumerable.Repeat(1L, rank - other.Rank), .. other.Shape]);
            var (left, right) = (a.Shape.SelectMany(size => new[] { size, 1 }).ToArray(), b.Shape.SelectMany(size => new[] { 1, size }).ToArray());
            return (a.reshape(left) * b.reshape(right)).reshape(a.Shape.Zip(b.Shape, (x, y) => x * y).ToArray());
        }

        internal static void CheckRank(string op, Tensor tensor, int rank)
        {
            if (tensor.Shape.Length != rank)
            {
                throw new TorchError($"{op}: a {tensor.ShapeText} tensor where {rank} dimensions are needed");
            }
        }

        private static void CheckInner(string op, Tensor a, Tensor b)
        {
            var (left, right) = (a.Shape[^1], b.Rank == 1 ? b.Shape[0] : b.Shape[^2]);
            if (left != right)
            {
                throw new TorchError($"{op}: {a.ShapeText} x {b.ShapeText}: inner sizes {left} and {right} differ; transpose or reshape one");
            }

            if (a.dtype != b.dtype)
            {
                throw new TorchError($"{op}: {a.dtype} x {b.dtype}: the types must be equal; convert one, e.g. t.to(float32)");
            }
        }

        // Both at least 2-d, inner sizes checked.
        private Tensor MultiplyMatrices(Tensor right)
        {
            var batch = Rank == 2 && right.Rank == 2 ? [] : Layout.Broadcast("matmul", Shape[..^2], right.Shape[..^2]);
            var y = Empty([.. batch, Shape[^2], right.Shape[^1]], _dtype);
            MatrixProduct.Run(this, right, y);
            return Graph.Record(y, MatrixRules.Multiply, [this, right], [this, right], "matmul");
        }

        private Tensor Weighted(Tensor product, float beta, float alpha)
        {
            var scaled = alpha == 1 ? product : product * alpha;
            return beta == 0 ? scaled : (beta == 1 ? this : this * beta) + scaled;
        }
    }
}
