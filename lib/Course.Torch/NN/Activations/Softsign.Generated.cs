// Written from Tensor.Activations.cs by tests/Course.Tests/Repository/Mirrors: change it there.
#nullable enable

using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>x / (1 + |x|).</summary>
    public sealed class Softsign : ParameterLessModule<Tensor, Tensor>
    {
        internal Softsign()
            : base(nameof(Softsign))
        {
        }

        public override Tensor forward(Tensor tensor) => tensor.softsign();
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <inheritdoc cref="Modules.Softsign"/>
            public static Softsign Softsign() => new();

            public static partial class functional
            {
                /// <inheritdoc cref="Tensor.softsign()"/>
                public static Tensor softsign(Tensor x, bool inplace = false) => inplace ? x.softsign_() : x.softsign();
            }
        }
    }
}
