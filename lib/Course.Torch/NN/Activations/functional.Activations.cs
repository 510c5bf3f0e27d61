using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Layers as functions: what they learn is an argument.</summary>
        public static partial class functional
        {
            public static Tensor relu(Tensor x, bool inplace = false) => inplace ? x.relu_() : x.relu();

            public static Tensor relu6(Tensor x, bool inplace = false) => inplace ? x.relu6_() : x.relu6();

            public static Tensor selu(Tensor x, bool inplace = false) => inplace ? x.selu_() : x.selu();

            public static Tensor silu(Tensor x, bool inplace = false) => inplace ? x.silu_() : x.silu();

            public static Tensor tanh(Tensor x, bool inplace = false) => inplace ? x.tanh_() : x.tanh();

            public static Tensor sigmoid(Tensor x) => x.sigmoid();

            public static Tensor sigmoid(Tensor x, bool inplace) => inplace ? x.sigmoid_() : x.sigmoid();

            /// <summary>x tanh(ln(1 + eˣ)).</summary>
            public static Tensor mish(Tensor x, bool inplace = false) => inplace ? x.mul_(x.softplus().tanh()) : x * x.softplus().tanh();

            /// <summary>x / (1 + |x|).</summary>
            public static Tensor softsign(Tensor x, bool inplace = false) => inplace ? x.div_(x.abs() + 1) : x / (x.abs() + 1);

            public static Tensor logsigmoid(Tensor x) => x.log_sigmoid();

            public static Tensor gelu(Tensor x) => x.gelu();

            public static Tensor gelu(Tensor x, bool inplace) => inplace ? x.gelu_() : x.gelu();

            public static Tensor gelu(Tensor x, GELU.Approximate approximate, bool inplace = false) => inplace ? x.gelu_(approximate) : x.gelu(approximate);

            public static Tensor celu(Tensor x, double alpha, bool inplace = false) => inplace ? x.celu_(alpha) : x.celu(alpha);

            public static Tensor elu(Tensor x, double alpha, bool inplace = false) => inplace ? x.elu_(alpha) : x.elu(alpha);

            public static Tensor glu(Tensor input, long dim = -1) => input.glu(dim);

            public static Tensor hardsigmoid(Tensor input, bool inplace = false) => inplace ? input.hardsigmoid_() : input.hardsigmoid();

            public static Tensor hardswish(Tensor input, bool inplace = false) => inplace ? input.hardswish_() : input.hardswish();

            public static Tensor hardtanh(Tensor x, double min_val = -1, double max_val = 1, bool inplace = false) =>
                inplace ? x.hardtanh_(min_val, max_val) : x.hardtanh(min_val, max_val);

            public static Tensor leaky_relu(Tensor input, double negative_slope = 0.01, bool inplace = false) =>
                inplace ? input.leaky_relu_(negative_slope) : input.leaky_relu(negative_slope);

            public static Tensor prelu(Tensor input, Tensor weight) => input.prelu(weight);

            public static Tensor softplus(Tensor x, double beta = 1, double threshold = 20) => x.softplus(beta, threshold);

            public static Tensor threshold(Tensor x, double threshold, double value, bool inplace = false) =>
                inplace ? x.threshold_(threshold, value) : x.threshold(threshold, value);

            public static Tensor softmax(Tensor input, long dim, ScalarType? dtype = null) => input.softmax(dim, dtype);

            public static Tensor softmin(Tensor x, long dim) => (-x).softmax(dim);

            public static Tensor log_softmax(Tensor x, long dim) => x.log_softmax(dim);

            /// <summary>1 at the index, 0 elsewhere, in a new last dimension of num_classes (largest index + 1 unless given).</summary>
            public static Tensor one_hot(Tensor x, long num_classes = -1)
            {
                if (x.dtype != ScalarType.Int64)
                {
                    throw new TorchError($"one_hot: a {x.dtype} tensor; class numbers are Int64: x.to(int64)");
                }

                var classes = num_classes < 0 ? x.max().item<long>() + 1 : num_classes;
                if (x.Count > 0 && (x.min().item<long>() < 0 || x.max().item<long>() >= classes))
                {
                    throw new TorchError($"one_hot: class {x.max().item<long>()} (least {x.min().item<long>()}) with {classes} classes; numbers run from 0 to {classes - 1}");
                }

                return x.unsqueeze(-1).eq(arange(classes)).to_type(ScalarType.Int64);
            }

            /// <summary>Each element kept with probability 1 − p and scaled by 1 / (1 − p), else 0. Only while training.</summary>
            public static Tensor dropout(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                Drop(input, p, training, inplace, input.Shape);

            /// <summary>As dropout, whole channels at a time: (N, C, L).</summary>
            public static Tensor dropout1d(Tensor input, double p = 0.5, bool training = true, bool inplace = false) => DropChannels(input, p, training, inplace, 1);

            /// <summary>As dropout, whole channels at a time: (N, C, H, W).</summary>
            public static Tensor dropout2d(Tensor input, double p = 0.5, bool training = true, bool inplace = false) => DropChannels(input, p, training, inplace, 2);

            private static Tensor DropChannels(Tensor input, double p, bool training, bool inplace, int spatial) => Drop(
                input, p, training, inplace, [.. input.Shape[..(input.Rank - spatial)], .. Enumerable.Repeat(1L, spatial)]);

            private static Tensor Drop(Tensor input, double p, bool training, bool inplace, long[] maskShape)
            {
                if (p is < 0 or > 1 || double.IsNaN(p))
                {
                    throw new ArgumentException($"dropout: probability {p}; it must lie in [0, 1]");
                }

                if (!training || p == 0 || input.Count == 0)
                {
                    return input;
                }

                var mask = p == 1 ? zeros(maskShape, input.dtype) : empty(maskShape, input.dtype).bernoulli_(1 - p).div_(1 - p);
                return inplace ? input.mul_(mask) : input * mask;
            }
        }
    }
}
