namespace TorchSharp;

public static partial class torch
{
    public static Tensor cov(Tensor input, long correction = 1, Tensor? fweights = null, Tensor? aweights = null) => input.cov(correction, fweights, aweights);

    public static Tensor corrcoef(Tensor input) => input.corrcoef();

    /// <summary>p-norm distances between the rows of x1 (…, m, d) and x2 (…, n, d): (…, m, n).</summary>
    public static Tensor cdist(Tensor x1, Tensor x2, double p = 2)
    {
        var difference = x1.unsqueeze(-2) - x2.unsqueeze(-3);
        return difference.norm((int)difference.ndim - 1, false, (float)p);
    }
}
