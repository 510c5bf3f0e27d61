using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor gelu(GELU.Approximate approximate) => approximate == GELU.Approximate.tanh ? GeluByTanh() : gelu();

        public Tensor gelu_(GELU.Approximate approximate) => InPlace(x => x.gelu(approximate));
    }
}
