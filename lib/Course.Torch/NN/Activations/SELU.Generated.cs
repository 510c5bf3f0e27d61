// Written from Tensor.Activations.cs by tests/Course.Tests/Repository/Mirrors: change it there.
#nullable enable

using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>ELU with the constants that keep mean 0 and variance 1.</summary>
    public sealed class SELU : ParameterLessModule<Tensor, Tensor>
    {
        internal SELU(bool inplace)
            : base(nameof(SELU))
        {
            this.inplace = inplace;
        }

        public bool inplace { get; set; }

        public override Tensor forward(Tensor tensor) => inplace ? tensor.selu_() : tensor.selu();
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <inheritdoc cref="Modules.SELU"/>
            public static SELU SELU(bool inplace = false) => new(inplace);

            public static partial class functional
            {
                /// <inheritdoc cref="Tensor.selu()"/>
                public static Tensor selu(Tensor x, bool inplace = false) => inplace ? x.selu_() : x.selu();
            }
        }
    }
}
