using TorchSharp.Kernels;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>max(x, 0). NaN stays NaN.</summary>
        [InPlaceTwin]
        [Activation("ReLU", "Tensor x, bool inplace = false")]
        public Tensor relu() => NumberUnary<ReluKernel>(UnaryRules.Relu);

        /// <summary>x clamped to [0, 6].</summary>
        [InPlaceTwin]
        [Activation("ReLU6", "Tensor x, bool inplace = false")]
        public Tensor relu6() => clamp(0, 6);

        /// <summary>x σ(x).</summary>
        [InPlaceTwin]
        [Activation("SiLU", "Tensor x, bool inplace = false", Factory = "| bool inplace")]
        public Tensor silu() => FloatUnary<SiluKernel>(UnaryRules.Silu);

        /// <summary>x Φ(x), exact.</summary>
        [InPlaceTwin]
        public Tensor gelu() => FloatUnary<GeluKernel>(UnaryRules.Gelu);

        /// <summary>x Φ(x), Φ by a tanh of a cubic.</summary>
        internal Tensor GeluByTanh() => FloatUnary<GeluTanhKernel>(UnaryRules.GeluTanh, "gelu");

        /// <summary>ln σ(x).</summary>
        [Activation("LogSigmoid", "Tensor x", Name = "logsigmoid")]
        public Tensor log_sigmoid() => FloatUnary<LogSigmoidKernel>(UnaryRules.LogSigmoid);

        /// <summary>x above 0, negative_slope · x below.</summary>
        [InPlaceTwin]
        [Activation("LeakyReLU", "Tensor input, double negative_slope = 0.01, bool inplace = false")]
        public Tensor leaky_relu(Scalar negative_slope) => torch.where(gt(0), this, this * negative_slope);

        /// <summary>x above 0, weight · x below; one weight, or one per channel (dimension 1).</summary>
        public Tensor prelu(Tensor target)
        {
            if (target.Rank > 1)
            {
                throw new TorchError($"prelu: weights {target.ShapeText}; give one number, or a vector of one per channel");
            }

            var slopes = target.Count == 1 || Rank < 2
                ? target
                : target.reshape([-1, .. Enumerable.Repeat(1L, Rank - 2)]);
            return torch.where(gt(0), this, this * slopes);
        }

        /// <summary>x above 0, alpha · (eˣ − 1) below.</summary>
        [InPlaceTwin]
        [Activation("ELU", "Tensor x, double alpha, bool inplace = false", Factory = "double alpha = 1, bool inplace = false")]
        public Tensor elu(double alpha = 1) => elu(alpha, 1, 1);

        [InPlaceTwin]
        public Tensor elu(Scalar alpha, Scalar scale, Scalar input_scale) =>
            torch.where(gt(0), this * scale, (clamp(null, 0) * input_scale).expm1() * (alpha.ToDouble() * scale.ToDouble()));

        /// <summary>x above 0, α (e^(x/α) − 1) below.</summary>
        [InPlaceTwin]
        public Tensor celu(Scalar alpha) => alpha.ToDouble() == 0
            ? throw new TorchError("celu: alpha 0; it must not be 0")
            : elu(alpha, 1, 1 / alpha.ToDouble());

        [InPlaceTwin]
        public Tensor celu() => celu(1.0);

        /// <summary>ELU with the constants that keep mean 0 and variance 1.</summary>
        [InPlaceTwin]
        [Activation("SELU", "Tensor x, bool inplace = false")]
        public Tensor selu() => elu(1.6732632423543772, 1.0507009873554805, 1);

        /// <summary>ln(1 + e^(βx)) / β; x itself above the threshold.</summary>
        [Activation("Softplus", "Tensor x, double beta = 1, double threshold = 20")]
        public Tensor softplus(double beta = 1, double threshold = 20)
        {
            var scaled = this * beta;
            var above = scaled.gt(threshold);
            return torch.where(above, this, scaled.masked_fill(above, 0).exp().log1p() / beta);
        }

        /// <summary>x clamped to [min, max].</summary>
        [Activation("Hardtanh", "Tensor x, double min_val = -1, double max_val = 1, bool inplace = false")]
        public Tensor hardtanh(Scalar min, Scalar max) => clamp(min, max);

        public Tensor hardtanh_(Scalar min, Scalar max) => clamp_(min, max);

        /// <summary>clamp(x + 3, 0, 6) / 6.</summary>
        [InPlaceTwin]
        [Activation("Hardsigmoid", "Tensor input, bool inplace = false")]
        public Tensor hardsigmoid() => (this + 3).clamp(0, 6) / 6;

        /// <summary>x · hardsigmoid(x).</summary>
        [InPlaceTwin]
        [Activation("Hardswish", "Tensor input, bool inplace = false")]
        public Tensor hardswish() => this * hardsigmoid();

        /// <summary>x above the threshold, a constant elsewhere.</summary>
        [InPlaceTwin]
        public Tensor threshold(Scalar threshold, Scalar value) => masked_fill(le(threshold), value);

        /// <summary>x tanh(ln(1 + eˣ)).</summary>
        [InPlaceTwin]
        [Activation("Mish", "Tensor x, bool inplace = false", Factory = "")]
        internal Tensor mish() => this * softplus().tanh();

        /// <summary>x / (1 + |x|).</summary>
        [InPlaceTwin]
        [Activation("Softsign", "Tensor x, bool inplace = false", Factory = "")]
        internal Tensor softsign() => this / (abs() + 1);

        /// <summary>Softmax of −x along a dimension.</summary>
        [Activation("Softmin", "Tensor x, long dim")]
        internal Tensor softmin(long dim) => (-this).softmax(dim);

        /// <summary>The first half of a dimension times σ of the second.</summary>
        [Activation("GLU", "Tensor input, long dim = -1")]
        public Tensor glu(long dim = -1)
        {
            var d = Layout.OwnDim("glu", dim, Rank);
            return Shape[d] % 2 == 0
                ? narrow(d, 0, Shape[d] / 2) * narrow(d, Shape[d] / 2, Shape[d] / 2).sigmoid()
                : throw new TorchError($"glu: dimension {d} of a {ShapeText} tensor is odd; it is split into halves");
        }

        /// <summary>eˣ / Σ eˣ along a dimension, with the maximum removed first.</summary>
        [Activation("Softmax", "Tensor input, long dim, ScalarType? dtype = null", Factory = "long dim")]
        public Tensor softmax(long dim, ScalarType? dtype = null) => AlongLast("softmax", dim, dtype, RowOps.Softmax, ReductionRules.Softmax);

        /// <summary>Logarithm of the softmax along a dimension, without rounding that to 0 first.</summary>
        [Activation("LogSoftmax", "Tensor x, long dim")]
        public Tensor log_softmax(long dim, ScalarType? dtype = null) => AlongLast("log_softmax", dim, dtype, RowOps.LogSoftmax, ReductionRules.LogSoftmax);

        private Tensor AlongLast(string op, long dim, ScalarType? dtype, Func<Tensor, Tensor> forward, UnaryRule rule)
        {
            var d = Layout.Dim(op, dim, Rank);
            var x = As(dtype ?? _dtype);
            if (!x._dtype.IsFloating())
            {
                throw new TorchError($"{op}: a {x._dtype} tensor; convert it (t.to(float32)) or give dtype: float32");
            }

            var last = d >= Rank - 1;
            var rows = (last ? x : x.transpose(d, -1)).Packed();
            var y = forward(rows);
            Graph.Record(y, rule.Rule, [rows], [y], op);
            return last ? y : y.transpose(d, -1);
        }
    }
}
