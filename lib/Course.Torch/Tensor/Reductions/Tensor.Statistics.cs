namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Covariances of the rows of a (variables, observations) matrix, divided by the number of observations less the correction.</summary>
        /// <param name="fweights">(observations), whole numbers: how often each counts.</param>
        /// <param name="aweights">(observations): how much each counts.</param>
        [StaticTwin]
        public Tensor cov(long correction = 1, Tensor? fweights = null, Tensor? aweights = null)
        {
            var rows = Rank < 2 ? reshape(1, -1) : this;
            CheckRank("cov", rows, 2);
            var weights = (fweights, aweights) switch
            {
                (null, null) => torch.ones(rows.Shape[1], rows.dtype),
                ({ } often, null) => often.to_type(rows.dtype),
                (null, { } much) => much.to_type(rows.dtype),
                var (often, much) => often.to_type(rows.dtype) * much,
            };
            var total = weights.sum();
            var lost = aweights is null ? correction * torch.ones_like(total) : correction * (weights * aweights).sum() / total;
            var centred = rows - ((rows * weights).sum(dim: 1, keepdim: true) / total);
            var result = (centred * weights).matmul(centred.t()) / (total - lost);
            return Rank < 2 ? result.squeeze() : result;
        }

        /// <summary>Correlations of the rows of a (variables, observations) matrix.</summary>
        [StaticTwin]
        public Tensor corrcoef()
        {
            var c = cov();
            var deviation = c.Rank == 0 ? c.sqrt() : c.diagonal().sqrt();
            return c.Rank == 0 ? c / c : c / deviation.unsqueeze(1) / deviation.unsqueeze(0);
        }
    }
}
