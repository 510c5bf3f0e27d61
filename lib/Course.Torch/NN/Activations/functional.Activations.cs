namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Layers as functions: what they learn is an argument.</summary>
        public static partial class functional
        {
            public static Tensor celu(Tensor x, double alpha, bool inplace = false) => inplace ? x.celu_(alpha) : x.celu(alpha);

            public static Tensor threshold(Tensor x, double threshold, double value, bool inplace = false) =>
                inplace ? x.threshold_(threshold, value) : x.threshold(threshold, value);

            /// <summary>1 at the index, 0 elsewhere, in a new last dimension of num_classes (largest index + 1 unless given).</summary>
            public static Tensor one_hot(Tensor x, long num_classes = -1)
            {
                if (x.dtype != ScalarType.Int64)
                {
                    throw new TorchError($"one_hot: a {x.dtype} tensor; class numbers are Int64: x.to(int64)");
                }

                if (x.Count == 0 && num_classes <= 0)
                {
                    throw new TorchError($"one_hot: an empty {x.ShapeText} tensor does not say how many classes there are; give num_classes");
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

            internal static double CheckedProbability(string op, double p) =>
                p is >= 0 and <= 1 ? p : throw new TorchError($"{op}: probability {p}; it must lie in [0, 1]");

            private static Tensor Drop(Tensor input, double p, bool training, bool inplace, long[] maskShape)
            {
                CheckedProbability("dropout", p);
                if (!training || p == 0 || input.Count == 0)
                {
                    return input.NewHandle();
                }

                var mask = p == 1 ? zeros(maskShape, input.dtype) : empty(maskShape, input.dtype).bernoulli_(1 - p).div_(1 - p);
                return inplace ? input.mul_(mask) : input * mask;
            }
        }
    }
}
