using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>x Φ(x), exactly or by the tanh approximation.</summary>
    public sealed partial class GELU : ParameterLessModule<Tensor, Tensor>
    {
        internal GELU(Approximate approximate, bool inplace)
            : base(nameof(GELU))
        {
            this.approximate = approximate;
            this.inplace = inplace;
        }

        public Approximate approximate { get; set; }

        public bool inplace { get; set; }

        public override Tensor forward(Tensor tensor) => inplace ? tensor.gelu_(approximate) : tensor.gelu(approximate);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static GELU GELU() => new(TorchSharp.Modules.GELU.Approximate.none, false);

            public static GELU GELU(bool inplace) => new(TorchSharp.Modules.GELU.Approximate.none, inplace);

            public static GELU GELU(TorchSharp.Modules.GELU.Approximate approximate, bool inplace = false) => new(approximate, inplace);

            public static partial class functional
            {
                /// <inheritdoc cref="Tensor.gelu()"/>
                public static Tensor gelu(Tensor x) => x.gelu();

                /// <inheritdoc cref="Tensor.gelu()"/>
                public static Tensor gelu(Tensor x, bool inplace) => inplace ? x.gelu_() : x.gelu();

                /// <inheritdoc cref="Tensor.gelu(GELU.Approximate)"/>
                public static Tensor gelu(Tensor x, GELU.Approximate approximate, bool inplace = false) => inplace ? x.gelu_(approximate) : x.gelu(approximate);
            }
        }
    }
}
