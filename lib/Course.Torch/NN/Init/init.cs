namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>First values for parameters, written in place without history.</summary>
        public static class init
        {
            /// <summary>What a gain is for.</summary>
            public enum NonlinearityType
            {
                Linear = 0,
                Conv1D = 1,
                Conv2D = 2,
                Conv3D = 3,
                ConvTranspose1D = 4,
                ConvTranspose2D = 5,
                ConvTranspose3D = 6,
                Sigmoid = 7,
                Tanh = 8,
                ReLU = 9,
                LeakyReLU = 10,
            }

            /// <summary>Whether forward (in) or backward (out) variance is kept.</summary>
            public enum FanInOut
            {
                FanIn = 0,
                FanOut = 1,
            }

            public static Tensor ones_(Tensor tensor) => Fill(tensor, t => t.fill_(1));

            public static Tensor zeros_(Tensor tensor) => Fill(tensor, t => t.fill_(0));

            public static Tensor constant_(Tensor tensor, Scalar val) => Fill(tensor, t => t.fill_(val));

            public static Tensor eye_(Tensor tensor) => tensor.Rank == 2
                ? Fill(tensor, t => t.copy_(eye(t.Shape[0], t.Shape[1], t.dtype)))
                : throw new TorchError($"eye_: a {tensor.ShapeText} tensor; needs 2 dimensions");

            public static Tensor uniform_(Tensor tensor, double low = 0, double high = 1, Generator? generator = null) =>
                Fill(tensor, t => t.uniform_(low, high, generator));

            public static Tensor normal_(Tensor tensor, double mean = 0, double std = 1, Generator? generator = null) =>
                Fill(tensor, t => t.normal_(mean, std, generator));

            /// <summary>Normal numbers kept between a and b, by the inverse distribution function.</summary>
            public static Tensor trunc_normal_(Tensor tensor, double mean = 0, double std = 1, double a = -2, double b = 2, Generator? generator = null) =>
                Fill(tensor, t =>
                {
                    var low = Cumulative((a - mean) / std);
                    var high = Cumulative((b - mean) / std);
                    t.uniform_((2 * low) - 1, (2 * high) - 1, generator);
                    return t.erfinv_().mul_(std * Math.Sqrt(2)).add_(mean).clamp_((Scalar)a, (Scalar)b);
                });

            /// <summary>Uniform in ±gain √(6 / (fan in + fan out)). Source: Glorot and Bengio 2010.</summary>
            public static Tensor xavier_uniform_(Tensor tensor, double gain = 1)
            {
                var (fanIn, fanOut) = CalculateFanInAndFanOut(tensor);
                var bound = Math.Sqrt(3) * gain * Math.Sqrt(2.0 / (fanIn + fanOut));
                return uniform_(tensor, -bound, bound);
            }

            public static Tensor glorot_uniform_(Tensor tensor, double gain = 1) => xavier_uniform_(tensor, gain);

            /// <summary>Normal with deviation gain √(2 / (fan in + fan out)).</summary>
            public static Tensor xavier_normal_(Tensor tensor, double gain = 1)
            {
                var (fanIn, fanOut) = CalculateFanInAndFanOut(tensor);
                return normal_(tensor, 0, gain * Math.Sqrt(2.0 / (fanIn + fanOut)));
            }

            public static Tensor glorot_normal_(Tensor tensor, double gain = 1) => xavier_normal_(tensor, gain);

            /// <summary>Uniform in ±gain √(3 / fan). Source: He et al. 2015.</summary>
            public static Tensor kaiming_uniform_(Tensor tensor, double a = 0, FanInOut mode = FanInOut.FanIn, NonlinearityType nonlinearity = NonlinearityType.LeakyReLU)
            {
                var bound = Math.Sqrt(3) * calculate_gain(nonlinearity, a) / Math.Sqrt(Fan(tensor, mode));
                return uniform_(tensor, -bound, bound);
            }

            /// <summary>Normal with deviation gain / √fan.</summary>
            public static Tensor kaiming_normal_(Tensor tensor, double a = 0, FanInOut mode = FanInOut.FanIn, NonlinearityType nonlinearity = NonlinearityType.LeakyReLU) =>
                normal_(tensor, 0, calculate_gain(nonlinearity, a) / Math.Sqrt(Fan(tensor, mode)));

            /// <summary>By how much a nonlinearity shrinks the deviation, inverted.</summary>
            public static double calculate_gain(NonlinearityType nonlinearity, double param = 0) => nonlinearity switch
            {
                NonlinearityType.Tanh => 5.0 / 3,
                NonlinearityType.ReLU => Math.Sqrt(2),
                NonlinearityType.LeakyReLU => Math.Sqrt(2 / (1 + (param * param))),
                _ => 1,
            };

            /// <summary>Inputs and outputs that one weight's neighbours connect.</summary>
            public static (long fanIn, long fanOut) CalculateFanInAndFanOut(Tensor tensor)
            {
                if (tensor.Rank < 2)
                {
                    throw new TorchError($"fan in and out of a {tensor.ShapeText} tensor; needs at least 2 dimensions");
                }

                var field = Layout.Count(tensor.Shape.AsSpan(2));
                return (tensor.Shape[1] * field, tensor.Shape[0] * field);
            }

            private static long Fan(Tensor tensor, FanInOut mode)
            {
                var (fanIn, fanOut) = CalculateFanInAndFanOut(tensor);
                return mode == FanInOut.FanIn ? fanIn : fanOut;
            }

            private static double Cumulative(double x) => 0.5 * Kernels.ErrorFunction.Erfc(-x * Kernels.ErrorFunction.InverseSqrt2);

            private static Tensor Fill(Tensor tensor, Func<Tensor, Tensor> fill)
            {
                using var quiet = no_grad();
                fill(tensor);
                return tensor;
            }
        }
    }
}
