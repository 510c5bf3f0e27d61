namespace TorchSharp;

public static partial class torch
{
    /// <summary>Covariances of the rows of a (variables, observations) matrix.</summary>
    public static Tensor cov(Tensor input, long correction = 1)
    {
        var rows = input.Rank < 2 ? input.reshape(1, -1) : input;
        var centred = rows - rows.mean([1], keepdim: true);
        var result = centred.matmul(centred.t()) / (rows.Shape[1] - correction);
        return input.Rank < 2 ? result.squeeze() : result;
    }

    /// <summary>Correlations of the rows of a (variables, observations) matrix.</summary>
    public static Tensor corrcoef(Tensor input)
    {
        var c = cov(input);
        var deviation = c.Rank == 0 ? c.sqrt() : c.diagonal().sqrt();
        return c.Rank == 0 ? c / c : c / deviation.unsqueeze(1) / deviation.unsqueeze(0);
    }

    /// <summary>p-norm distances between the rows of x1 (…, m, d) and x2 (…, n, d): (…, m, n).</summary>
    public static Tensor cdist(Tensor x1, Tensor x2, double p = 2)
    {
        var difference = x1.unsqueeze(-2) - x2.unsqueeze(-3);
        return difference.norm((int)difference.ndim - 1, false, (float)p);
    }
}
