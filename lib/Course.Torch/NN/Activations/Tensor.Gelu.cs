using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>x Φ(x), exactly or by the tanh approximation.</summary>
        public Tensor gelu(GELU.Approximate approximate) => approximate == GELU.Approximate.tanh ? GeluByTanh() : gelu();

        /// <inheritdoc cref="gelu(GELU.Approximate)"/>
        public Tensor gelu_(GELU.Approximate approximate) => InPlace(x => x.gelu(approximate));
    }
}
