namespace TorchSharp;

// Methods of Tensor as static calls; each is documented at the method of the same name in Tensor.Slicing.cs.
public static partial class torch
{
    public static Tensor diagonal(Tensor input, long offset = 0, long dim1 = 0, long dim2 = 1) => input.diagonal(offset, dim1, dim2);

    public static Tensor narrow(Tensor input, long dim, long start, long length) => input.narrow(dim, start, length);

    public static Tensor select(Tensor input, long dim, long index) => input.select(dim, index);
}
