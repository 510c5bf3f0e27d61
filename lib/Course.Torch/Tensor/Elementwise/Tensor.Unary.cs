using TorchSharp.Kernels;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>|x|.</summary>
        [InPlaceTwin, StaticTwin]
        public Tensor abs() => NumberUnary<AbsKernel>(UnaryRules.Abs);

        [InPlaceTwin, StaticTwin]
        public Tensor absolute() => abs();

        /// <summary>−x.</summary>
        [InPlaceTwin, StaticTwin]
        public Tensor neg() => NumberUnary<NegateKernel>(UnaryRules.Neg);

        [StaticTwin]
        public Tensor negative() => neg();

        /// <summary>−1, 0 or 1. Gradient 0.</summary>
        [InPlaceTwin, StaticTwin]
        public Tensor sign() => NumberUnary<SignKernel>(UnaryRules.Zero);

        [InPlaceTwin, StaticTwin]
        public Tensor sgn() => sign();

        /// <summary>x².</summary>
        [StaticTwin]
        public Tensor square() => NumberUnary<SquareKernel>(UnaryRules.Square);

        /// <summary>eˣ.</summary>
        [InPlaceTwin, StaticTwin]
        public Tensor exp() => FloatUnary<ExpKernel>(UnaryRules.Exp);

        /// <summary>2ˣ.</summary>
        [InPlaceTwin, StaticTwin]
        public Tensor exp2() => FloatUnary<Exp2Kernel>(UnaryRules.Exp2);

        /// <summary>eˣ − 1, exact near 0.</summary>
        [InPlaceTwin, StaticTwin]
        public Tensor expm1() => FloatUnary<Expm1Kernel>(UnaryRules.Expm1);

        /// <summary>ln x; −∞ at 0, NaN below.</summary>
        [InPlaceTwin, StaticTwin]
        public Tensor log() => FloatUnary<LogKernel>(UnaryRules.Log);

        /// <summary>Base-2 logarithm.</summary>
        [InPlaceTwin, StaticTwin]
        public Tensor log2() => FloatUnary<Log2Kernel>(UnaryRules.Log2);

        /// <summary>Base-10 logarithm.</summary>
        [InPlaceTwin, StaticTwin]
        public Tensor log10() => FloatUnary<Log10Kernel>(UnaryRules.Log10);

        /// <summary>ln(1 + x), exact near 0.</summary>
        [InPlaceTwin, StaticTwin]
        public Tensor log1p() => FloatUnary<Log1pKernel>(UnaryRules.Log1p);

        /// <summary>√x; NaN below 0.</summary>
        [InPlaceTwin, StaticTwin]
        public Tensor sqrt() => FloatUnary<SqrtKernel>(UnaryRules.Sqrt);

        /// <summary>1/√x.</summary>
        [InPlaceTwin, StaticTwin]
        public Tensor rsqrt() => FloatUnary<RsqrtKernel>(UnaryRules.Rsqrt);

        /// <summary>1/x.</summary>
        [InPlaceTwin, StaticTwin]
        public Tensor reciprocal() => FloatUnary<ReciprocalKernel>(UnaryRules.Reciprocal);

        /// <summary>Sine of radians.</summary>
        [InPlaceTwin, StaticTwin]
        public Tensor sin() => FloatUnary<SinKernel>(UnaryRules.Sin);

        /// <summary>Cosine of radians.</summary>
        [InPlaceTwin, StaticTwin]
        public Tensor cos() => FloatUnary<CosKernel>(UnaryRules.Cos);

        /// <summary>Tangent of radians.</summary>
        [InPlaceTwin, StaticTwin]
        public Tensor tan() => FloatUnary<TanKernel>(UnaryRules.Tan);

        /// <summary>Angle in [−π/2, π/2]; NaN outside [−1, 1].</summary>
        [InPlaceTwin, StaticTwin]
        public Tensor asin() => FloatUnary<AsinKernel>(UnaryRules.Asin);

        [InPlaceTwin, StaticTwin]
        public Tensor arcsin() => asin();

        /// <summary>Angle in [0, π]; NaN outside [−1, 1].</summary>
        [InPlaceTwin, StaticTwin]
        public Tensor acos() => FloatUnary<AcosKernel>(UnaryRules.Acos);

        [InPlaceTwin, StaticTwin]
        public Tensor arccos() => acos();

        /// <summary>Angle in (−π/2, π/2).</summary>
        [InPlaceTwin, StaticTwin]
        public Tensor atan() => FloatUnary<AtanKernel>(UnaryRules.Atan);

        [InPlaceTwin, StaticTwin]
        public Tensor arctan() => atan();

        /// <summary>Hyperbolic sine.</summary>
        [InPlaceTwin, StaticTwin]
        public Tensor sinh() => FloatUnary<SinhKernel>(UnaryRules.Sinh);

        /// <summary>Hyperbolic cosine.</summary>
        [InPlaceTwin, StaticTwin]
        public Tensor cosh() => FloatUnary<CoshKernel>(UnaryRules.Cosh);

        /// <summary>Hyperbolic tangent, in (−1, 1).</summary>
        [InPlaceTwin, StaticTwin]
        [Activation("Tanh", "Tensor x, bool inplace = false")]
        public Tensor tanh() => FloatUnary<TanhKernel>(UnaryRules.Tanh);

        /// <summary>Inverse hyperbolic sine.</summary>
        [InPlaceTwin, StaticTwin]
        public Tensor asinh() => FloatUnary<AsinhKernel>(UnaryRules.Asinh);

        [InPlaceTwin, StaticTwin]
        public Tensor arcsinh() => asinh();

        /// <summary>Inverse hyperbolic cosine; NaN below 1.</summary>
        [InPlaceTwin, StaticTwin]
        public Tensor acosh() => FloatUnary<AcoshKernel>(UnaryRules.Acosh);

        [InPlaceTwin, StaticTwin]
        public Tensor arccosh() => acosh();

        /// <summary>Inverse hyperbolic tangent; NaN outside [−1, 1].</summary>
        [InPlaceTwin, StaticTwin]
        public Tensor atanh() => FloatUnary<AtanhKernel>(UnaryRules.Atanh);

        [InPlaceTwin, StaticTwin]
        public Tensor arctanh() => atanh();

        /// <summary>Error function.</summary>
        [InPlaceTwin, StaticTwin]
        public Tensor erf() => FloatUnary<ErfKernel>(UnaryRules.Erf);

        /// <summary>1 − erf(x), exact in the tail.</summary>
        [InPlaceTwin, StaticTwin]
        public Tensor erfc() => FloatUnary<ErfcKernel>(UnaryRules.Erfc);

        /// <summary>Inverse error function; ±∞ at ±1.</summary>
        [InPlaceTwin, StaticTwin]
        public Tensor erfinv() => FloatUnary<ErfInvKernel>(UnaryRules.Erfinv);

        /// <summary>1 / (1 + e⁻ˣ).</summary>
        [InPlaceTwin, StaticTwin]
        [Activation("Sigmoid", "Tensor x | Tensor x, bool inplace")]
        public Tensor sigmoid() => FloatUnary<SigmoidKernel>(UnaryRules.Sigmoid);

        /// <summary>True where 0.</summary>
        [InPlaceTwin, StaticTwin(OutOfPlaceOnly = true)]
        public Tensor logical_not() => eq(0);

        [StaticTwin]
        public Tensor positive() => _dtype == ScalarType.Bool ? throw new TorchError("positive: a Bool tensor has no sign; convert it first") : NewHandle();

        /// <summary>Bits flipped; truth values negated.</summary>
        [InPlaceTwin, StaticTwin]
        public Tensor bitwise_not() => _dtype == ScalarType.Bool ? logical_not() : bitwise_xor(FromNumber(-1).As(_dtype));

        [InPlaceTwin, StaticTwin]
        public Tensor deg2rad() => this * (Math.PI / 180);

        [InPlaceTwin, StaticTwin]
        public Tensor rad2deg() => this * (180 / Math.PI);

        /// <summary>True where the sign bit is set, −0 included.</summary>
        [StaticTwin]
        public Tensor signbit() => _dtype.IsFloating() ? ones_like().copysign(this).lt(0) : lt(0);

        /// <summary>sin(πx) / (πx), 1 at 0.</summary>
        [InPlaceTwin, StaticTwin(OutOfPlaceOnly = true)]
        public Tensor sinc()
        {
            var angle = this * Math.PI;
            return torch.where(eq(0), angle.ones_like(), angle.sin() / angle);
        }

        /// <summary>ln(x / (1 − x)); x is first clamped to [eps, 1 − eps] if eps is given.</summary>
        [InPlaceTwin, StaticTwin]
        public Tensor logit(double? eps = null)
        {
            var p = eps is { } e ? clamp(e, 1 - e) : this;
            return (p / (1 - p)).log();
        }
    }
}
