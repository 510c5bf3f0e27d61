namespace TorchSharp;

// Second names that only the static calls have. The others are in Tensor.Unary.Generated.cs.
public static partial class torch
{
    public static Tensor negative_(Tensor input) => input.neg_();
}
