namespace TorchSharp;

// Methods of Tensor as static calls; each is documented at the method of the same name in Tensor.Rearranging.cs.
public static partial class torch
{
    /// <summary>Row and column numbers of the lower triangle: (2, count).</summary>
    public static Tensor tril_indices(long row, long col, long offset = 0, ScalarType dtype = ScalarType.Int64, Device? device = null) =>
        ones(row, col, @bool, device).tril(offset).nonzero().t().Packed().to_type(dtype);

    public static Tensor triu_indices(long row, long col, long offset = 0, ScalarType dtype = ScalarType.Int64, Device? device = null) =>
        ones(row, col, @bool, device).triu(offset).nonzero().t().Packed().to_type(dtype);

    public static Tensor tile(Tensor input, long[] dims) => input.tile(dims);

    public static Tensor vander(Tensor x, long N = -1, bool increasing = false) => x.vander(N, increasing);
}
