using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>x above 0, a learned multiple below.</summary>
    public sealed class PReLU : nn.Module<Tensor, Tensor>
    {
        internal PReLU(long num_parameters, double init, Device? device, ScalarType? dtype)
            : base(nameof(PReLU)) => register_parameter("weight", weight = new Parameter(full(num_parameters, init, dtype, device)));

        public Parameter weight { get; }

        internal override string Settings() => $"num_parameters={weight.numel()}";

        public override Tensor forward(Tensor tensor) => tensor.prelu(weight);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static PReLU PReLU(long num_parameters, double init = 0.25, Device? device = null, ScalarType? dtype = null) =>
                new(num_parameters, init, device, dtype);

            public static partial class functional
            {
                /// <inheritdoc cref="Tensor.prelu(Tensor)"/>
                public static Tensor prelu(Tensor input, Tensor weight) => input.prelu(weight);
            }
        }
    }
}
