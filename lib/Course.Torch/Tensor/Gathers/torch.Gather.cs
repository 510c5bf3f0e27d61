namespace TorchSharp;

// Methods of Tensor as static calls; each is documented at the method of the same name in Tensor.Gather.cs.
public static partial class torch
{
    public static Tensor gather(Tensor input, long dim, Tensor index, bool sparse_grad = false) => input.gather(dim, index);

    public static Tensor take_along_dim(Tensor input, Tensor indices, long dim = 0) => input.take_along_dim(indices, dim);
}
