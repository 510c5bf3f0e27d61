namespace TorchSharp;

public static partial class torch
{
    /// <summary>Functions of statistics and physics, element by element.</summary>
    public static class special
    {
        /// <summary>−x ln x: 0 at 0, −∞ below.</summary>
        public static Tensor entr(Tensor input) => (-input.xlogy(input)).masked_fill(input.lt(0), double.NegativeInfinity);

        public static Tensor erf(Tensor input) => input.erf();

        public static Tensor erfc(Tensor input) => input.erfc();

        public static Tensor erfinv(Tensor input) => input.erfinv();

        /// <summary>1 / (1 + e⁻ˣ): sigmoid by its name in statistics.</summary>
        public static Tensor expit(Tensor input) => input.sigmoid();

        public static Tensor expm1(Tensor input) => input.expm1();

        public static Tensor exp2(Tensor input) => input.exp2();

        public static Tensor logit(Tensor input) => input.logit();

        public static Tensor log_softmax(Tensor input, long dim, ScalarType? dtype = null) => input.log_softmax(dim, dtype);

        /// <summary>Share of a standard normal distribution below x.</summary>
        public static Tensor ndtr(Tensor input) => (input * -Math.Sqrt(0.5)).erfc() * 0.5;

        /// <summary>The x below which a share of a standard normal distribution lies.</summary>
        public static Tensor ndtri(Tensor input) => ((input * 2) - 1).erfinv() * Math.Sqrt(2);

        public static Tensor sinc(Tensor input) => input.sinc();

        public static Tensor sigmoid(Tensor input) => input.sigmoid();

        public static Tensor sigmoid_(Tensor input) => input.sigmoid_();

        public static Tensor softmax(Tensor input, long dim, ScalarType? dtype = null) => input.softmax(dim, dtype);

        /// <summary>x ln(1 + y): 0 where x is 0, also against ln 0.</summary>
        public static Tensor xlog1py(Tensor input, Tensor other) =>
            (input * other.log1p()).masked_fill(input.eq(0).logical_and(other.le(-1)), 0);
    }
}
