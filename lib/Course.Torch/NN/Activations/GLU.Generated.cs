// Written from Tensor.Activations.cs by tests/Course.Tests/Repository/Mirrors: change it there.
#nullable enable

using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>The first half of a dimension times σ of the second.</summary>
    public sealed class GLU : ParameterLessModule<Tensor, Tensor>
    {
        internal GLU(long dim)
            : base(nameof(GLU))
        {
            this.dim = dim;
        }

        public long dim { get; set; }

        public override Tensor forward(Tensor tensor) => tensor.glu(dim);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <inheritdoc cref="Modules.GLU"/>
            public static GLU GLU(long dim = -1) => new(dim);

            public static partial class functional
            {
                /// <inheritdoc cref="Tensor.glu(long)"/>
                public static Tensor glu(Tensor input, long dim = -1) => input.glu(dim);
            }
        }
    }
}
