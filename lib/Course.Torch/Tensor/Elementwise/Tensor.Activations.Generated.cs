// Written from Tensor.Activations.cs by tests/Course.Tests/Repository/Mirrors: change it there.
#nullable enable

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <inheritdoc cref="relu()"/>
        public Tensor relu_() => InPlace(static x => x.relu());

        /// <inheritdoc cref="relu6()"/>
        public Tensor relu6_() => InPlace(static x => x.relu6());

        /// <inheritdoc cref="silu()"/>
        public Tensor silu_() => InPlace(static x => x.silu());

        /// <inheritdoc cref="gelu()"/>
        public Tensor gelu_() => InPlace(static x => x.gelu());

        /// <inheritdoc cref="leaky_relu(Scalar)"/>
        public Tensor leaky_relu_(Scalar negative_slope) => InPlace(x => x.leaky_relu(negative_slope));

        /// <inheritdoc cref="elu(double)"/>
        public Tensor elu_(double alpha = 1) => InPlace(x => x.elu(alpha));

        /// <inheritdoc cref="elu(Scalar, Scalar, Scalar)"/>
        public Tensor elu_(Scalar alpha, Scalar scale, Scalar input_scale) => InPlace(x => x.elu(alpha, scale, input_scale));

        /// <inheritdoc cref="celu(Scalar)"/>
        public Tensor celu_(Scalar alpha) => InPlace(x => x.celu(alpha));

        /// <inheritdoc cref="celu()"/>
        public Tensor celu_() => InPlace(static x => x.celu());

        /// <inheritdoc cref="selu()"/>
        public Tensor selu_() => InPlace(static x => x.selu());

        /// <inheritdoc cref="hardsigmoid()"/>
        public Tensor hardsigmoid_() => InPlace(static x => x.hardsigmoid());

        /// <inheritdoc cref="hardswish()"/>
        public Tensor hardswish_() => InPlace(static x => x.hardswish());

        /// <inheritdoc cref="threshold(Scalar, Scalar)"/>
        public Tensor threshold_(Scalar threshold, Scalar value) => InPlace(x => x.threshold(threshold, value));

        /// <inheritdoc cref="mish()"/>
        internal Tensor mish_() => InPlace(static x => x.mish());

        /// <inheritdoc cref="softsign()"/>
        internal Tensor softsign_() => InPlace(static x => x.softsign());
    }
}
