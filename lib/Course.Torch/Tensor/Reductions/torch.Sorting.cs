namespace TorchSharp;

// Methods of Tensor as static calls; each is documented at the method of the same name in Tensor.Sorting.cs.
public static partial class torch
{
    public static Tensor msort(Tensor tensor) => tensor.msort();

    public static (Tensor values, Tensor indices) sort(Tensor input, long dim = -1, bool descending = false, bool stable = false) => input.sort(dim, descending, stable);

    public static (Tensor values, Tensor indices) topk(Tensor tensor, int k, int dim = -1, bool largest = true, bool sorted = true) => tensor.topk(k, dim, largest, sorted);

    public static Tensor bincount(Tensor input, Tensor? weights = null, long minlength = 0) => input.bincount(weights, minlength);
}
