using TorchSharp.Kernels;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>max(x, 0). NaN stays NaN.</summary>
        public Tensor relu() => NumberUnary<ReluKernel>(UnaryRules.Relu);

        public Tensor relu_() => InPlace(static x => x.relu());

        /// <summary>x clamped to [0, 6].</summary>
        public Tensor relu6() => clamp(0, 6);

        public Tensor relu6_() => InPlace(static x => x.relu6());

        /// <summary>x σ(x).</summary>
        public Tensor silu() => FloatUnary<SiluKernel>(UnaryRules.Silu);

        public Tensor silu_() => InPlace(static x => x.silu());

        /// <summary>x Φ(x), exact.</summary>
        public Tensor gelu() => FloatUnary<GeluKernel>(UnaryRules.Gelu);

        public Tensor gelu_() => InPlace(static x => x.gelu());

        /// <summary>x Φ(x), Φ by a tanh of a cubic.</summary>
        internal Tensor GeluByTanh() => FloatUnary<GeluTanhKernel>(UnaryRules.GeluTanh, "gelu");

        /// <summary>ln σ(x).</summary>
        public Tensor log_sigmoid() => FloatUnary<LogSigmoidKernel>(UnaryRules.LogSigmoid);

        /// <summary>x above 0, negative_slope · x below.</summary>
        public Tensor leaky_relu(Scalar negative_slope) => torch.where(gt(0), this, this * negative_slope);

        public Tensor leaky_relu_(Scalar negative_slope) => InPlace(x => x.leaky_relu(negative_slope));

        /// <summary>x above 0, weight · x below; one weight, or one per channel (dimension 1).</summary>
        public Tensor prelu(Tensor target)
        {
            var slopes = target.Count == 1 || Rank < 2
                ? target
                : target.reshape([-1, .. Enumerable.Repeat(1L, Rank - 2)]);
            return torch.where(gt(0), this, this * slopes);
        }

        /// <summary>x above 0, alpha · (eˣ − 1) below.</summary>
        public Tensor elu(double alpha = 1) => elu(alpha, 1, 1);

        public Tensor elu_(double alpha = 1) => InPlace(x => x.elu(alpha));

        public Tensor elu(Scalar alpha, Scalar scale, Scalar input_scale) =>
            torch.where(gt(0), this * scale, (clamp(null, 0) * input_scale).expm1() * (alpha.ToDouble() * scale.ToDouble()));

        public Tensor elu_(Scalar alpha, Scalar scale, Scalar input_scale) => InPlace(x => x.elu(alpha, scale, input_scale));

        /// <summary>x above 0, α (e^(x/α) − 1) below.</summary>
        public Tensor celu(Scalar alpha) => elu(alpha, 1, 1 / alpha.ToDouble());

        public Tensor celu() => celu(1.0);

        public Tensor celu_(Scalar alpha) => InPlace(x => x.celu(alpha));

        public Tensor celu_() => celu_(1.0);

        /// <summary>ELU with the constants that keep mean 0 and variance 1.</summary>
        public Tensor selu() => elu(1.6732632423543772, 1.0507009873554805, 1);

        public Tensor selu_() => InPlace(static x => x.selu());

        /// <summary>ln(1 + e^(βx)) / β; x itself above the threshold.</summary>
        public Tensor softplus(double beta = 1, double threshold = 20)
        {
            var scaled = this * beta;
            var above = scaled.gt(threshold);
            return torch.where(above, this, scaled.masked_fill(above, 0).exp().log1p() / beta);
        }

        public Tensor hardtanh(Scalar min, Scalar max) => clamp(min, max);

        public Tensor hardtanh_(Scalar min, Scalar max) => clamp_(min, max);

        /// <summary>clamp(x + 3, 0, 6) / 6.</summary>
        public Tensor hardsigmoid() => (this + 3).clamp(0, 6) / 6;

        public Tensor hardsigmoid_() => InPlace(static x => x.hardsigmoid());

        public Tensor hardswish() => this * hardsigmoid();

        public Tensor hardswish_() => InPlace(static x => x.hardswish());

        /// <summary>x above the threshold, a constant elsewhere.</summary>
        public Tensor threshold(Scalar threshold, Scalar value) => masked_fill(le(threshold), value);

        public Tensor threshold_(Scalar threshold, Scalar value) => InPlace(x => x.threshold(threshold, value));

        /// <summary>The first half of a dimension times σ of the second.</summary>
        public Tensor glu(long dim = -1)
        {
            var d = Layout.OwnDim("glu", dim, Rank);
            return Shape[d] % 2 == 0
                ? narrow(d, 0, Shape[d] / 2) * narrow(d, Shape[d] / 2, Shape[d] / 2).sigmoid()
                : throw new TorchError($"glu: dimension {d} of a {ShapeText} tensor is odd; it is split into halves");
        }

        /// <summary>eˣ / Σ eˣ along a dimension, with the maximum removed first.</summary>
        public Tensor softmax(long dim, ScalarType? dtype = null) => AlongLast("softmax", dim, dtype, RowOps.Softmax, ReductionRules.Softmax);

        /// <summary>Logarithm of <see cref="softmax"/>, without rounding it to 0 first.</summary>
        public Tensor log_softmax(long dim, ScalarType? dtype = null) => AlongLast("log_softmax", dim, dtype, RowOps.LogSoftmax, ReductionRules.LogSoftmax);

        private Tensor AlongLast(string op, long dim, ScalarType? dtype, Func<Tensor, Tensor> forward, UnaryRule rule)
        {
            var d = Layout.Dim(op, dim, Rank);
            var x = As(dtype ?? (_dtype.IsFloating() ? _dtype : DTypes.Default));
            var last = d >= Rank - 1;
            var rows = (last ? x : x.transpose(d, -1)).contiguous();
            var y = forward(rows);
            Graph.Record(y, rule.Rule, [rows], [y], op);
            return last ? y : y.transpose(d, -1);
        }
    }
}
