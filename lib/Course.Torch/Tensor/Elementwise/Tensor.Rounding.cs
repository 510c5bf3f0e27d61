using TorchSharp.Kernels;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Rounded up. Gradient 0.</summary>
        [InPlaceTwin, StaticTwin]
        public Tensor ceil() => _dtype.IsFloating() ? FloatUnary<CeilKernel>(UnaryRules.Zero) : clone();

        /// <summary>Rounded down. Gradient 0.</summary>
        [InPlaceTwin, StaticTwin]
        public Tensor floor() => _dtype.IsFloating() ? FloatUnary<FloorKernel>(UnaryRules.Zero) : clone();

        /// <summary>Rounded towards 0. Gradient 0.</summary>
        [InPlaceTwin, StaticTwin]
        public Tensor trunc() => _dtype.IsFloating() ? FloatUnary<TruncKernel>(UnaryRules.Zero) : clone();

        [InPlaceTwin, StaticTwin]
        public Tensor fix() => trunc();

        /// <summary>x − trunc(x).</summary>
        [InPlaceTwin, StaticTwin]
        public Tensor frac() => _dtype.IsFloating() ? FloatUnary<FracKernel>(UnaryRules.Pass) : zeros_like();

        /// <summary>Rounded to the given number of decimals, halves to even. Gradient 0.</summary>
        [InPlaceTwin, StaticTwin]
        public Tensor round(long decimals = 0)
        {
            if (!_dtype.IsFloating())
            {
                return clone();
            }

            return decimals == 0
                ? FloatUnary<RoundKernel>(UnaryRules.Zero)
                : (this * Math.Pow(10, decimals)).round() / Math.Pow(10, decimals);
        }

        /// <summary>NaN and the infinities replaced; by 0 and the largest and smallest finite value unless given.</summary>
        [InPlaceTwin, StaticTwin]
        public Tensor nan_to_num(double nan = 0, double? posinf = null, double? neginf = null)
        {
            if (!_dtype.IsFloating())
            {
                return clone();
            }

            var limit = _dtype == ScalarType.Float32 ? float.MaxValue : double.MaxValue;
            return masked_fill(isnan(), nan).masked_fill(isposinf(), posinf ?? limit).masked_fill(isneginf(), neginf ?? -limit);
        }
    }
}
