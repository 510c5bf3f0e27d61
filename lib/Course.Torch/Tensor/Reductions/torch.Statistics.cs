namespace TorchSharp;

public static partial class torch
{
    /// <summary>p-norm distances between the rows of x1 (…, m, d) and x2 (…, n, d): (…, m, n).</summary>
    public static Tensor cdist(Tensor x1, Tensor x2, double p = 2)
    {
        var difference = x1.unsqueeze(-2) - x2.unsqueeze(-3);
        return difference.norm((int)difference.ndim - 1, false, (float)p);
    }
}
