// Written from Tensor.Activations.cs by tests/Course.Tests/Repository/Mirrors: change it there.
#nullable enable

using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>x tanh(ln(1 + eˣ)).</summary>
    public sealed class Mish : ParameterLessModule<Tensor, Tensor>
    {
        internal Mish()
            : base(nameof(Mish))
        {
        }

        public override Tensor forward(Tensor tensor) => tensor.mish();
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <inheritdoc cref="Modules.Mish"/>
            public static Mish Mish() => new();

            public static partial class functional
            {
                /// <inheritdoc cref="Tensor.mish()"/>
                public static Tensor mish(Tensor x, bool inplace = false) => inplace ? x.mish_() : x.mish();
            }
        }
    }
}
