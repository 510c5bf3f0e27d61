namespace TorchSharp;

// Methods of Tensor as static calls; each is documented at the method of the same name in Tensor.Permuting.cs.
public static partial class torch
{
    public static Tensor movedim(Tensor input, long source, long destination) => input.movedim([source], [destination]);

    public static Tensor moveaxis(Tensor input, long source, long destination) => input.movedim([source], [destination]);

    public static Tensor swapaxes(Tensor input, long axis0, long axis1) => input.swapaxes(axis0, axis1);
}
