namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Determinant of each matrix (…, n, n).</summary>
        public Tensor det()
        {
            var (sign, log) = slogdet();
            return sign * log.exp();
        }

        /// <summary>Sign and ln |det| of each matrix.</summary>
        public (Tensor sign, Tensor logabsdet) slogdet()
        {
            var a = Square("slogdet", this);
            var (signs, logs) = LinearOps.Determinants(a);
            return (signs, Graph.Record(logs, LinearRules.LogDeterminant, [a], [a], "slogdet"));
        }

        /// <summary>ln det of each matrix; NaN where it is negative.</summary>
        public Tensor logdet()
        {
            var (sign, log) = slogdet();
            return log.masked_fill(sign.lt(0), double.NaN);
        }

        public Tensor inverse() => Inverted();

        /// <summary>The factor L of L Lᵀ, or its transpose.</summary>
        public Tensor cholesky(bool upper = false)
        {
            var a = Square("cholesky", this);
            var l = LinearOps.Cholesky(a);
            Graph.Record(l, LinearRules.Cholesky, [a], [l], "cholesky");
            return upper ? l.mT : l;
        }

        internal Tensor Inverted() => Square("inv", this).Solved(torch.eye(Shape[^1], dtype: _dtype));

        /// <summary>this⁻¹ right; batches broadcast.</summary>
        internal Tensor Solved(Tensor right)
        {
            var a = Square("solve", this);
            if (right._dtype != _dtype || right.Rank < 2 || right.Shape[^2] != Shape[^1])
            {
                throw new TorchError($"solve: {_dtype} {ShapeText} against {right._dtype} {right.ShapeText}; the right side needs the same type and {Shape[^1]} rows");
            }

            var batch = Layout.Broadcast("solve", Shape[..^2], right.Shape[..^2]);
            (a, right) = (a.expand([.. batch, .. Shape[^2..]]).Packed(), right.expand([.. batch, .. right.Shape[^2..]]).Packed());
            var x = LinearOps.Solve(a, right);
            return Graph.Record(x, LinearRules.Solve, [a, right], [a, x], "solve");
        }

        private static Tensor Square(string op, Tensor a) => a.Rank >= 2 && a.Shape[^1] == a.Shape[^2] && a._dtype.IsFloating() ? a.Packed() : throw new TorchError(
            $"{op}: a {a._dtype} tensor of shape {a.ShapeText}; needs floating square matrices (…, n, n)");
    }
}
