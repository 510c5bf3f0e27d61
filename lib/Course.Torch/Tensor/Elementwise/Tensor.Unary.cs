namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>|x|.</summary>
        public Tensor abs() => NumberUnary<Kernels.AbsKernel>(UnaryRules.Abs);

        public Tensor abs_() => InPlace(static x => x.abs());

        public Tensor absolute() => abs();

        public Tensor absolute_() => abs_();

        /// <summary>−x.</summary>
        public Tensor neg() => NumberUnary<Kernels.NegateKernel>(UnaryRules.Neg);

        public Tensor neg_() => InPlace(static x => x.neg());

        public Tensor negative() => neg();

        /// <summary>−1, 0 or 1. Gradient 0.</summary>
        public Tensor sign() => NumberUnary<Kernels.SignKernel>(UnaryRules.Zero);

        public Tensor sign_() => InPlace(static x => x.sign());

        public Tensor sgn() => sign();

        public Tensor sgn_() => sign_();

        /// <summary>x².</summary>
        public Tensor square() => NumberUnary<Kernels.SquareKernel>(UnaryRules.Square);

        /// <summary>eˣ.</summary>
        public Tensor exp() => FloatUnary<Kernels.ExpKernel>(UnaryRules.Exp);

        public Tensor exp_() => InPlace(static x => x.exp());

        /// <summary>2ˣ.</summary>
        public Tensor exp2() => FloatUnary<Kernels.Exp2Kernel>(UnaryRules.Exp2);

        public Tensor exp2_() => InPlace(static x => x.exp2());

        /// <summary>eˣ − 1, exact near 0.</summary>
        public Tensor expm1() => FloatUnary<Kernels.Expm1Kernel>(UnaryRules.Expm1);

        public Tensor expm1_() => InPlace(static x => x.expm1());

        /// <summary>ln x; −∞ at 0, NaN below.</summary>
        public Tensor log() => FloatUnary<Kernels.LogKernel>(UnaryRules.Log);

        public Tensor log_() => InPlace(static x => x.log());

        /// <summary>Base-2 logarithm.</summary>
        public Tensor log2() => FloatUnary<Kernels.Log2Kernel>(UnaryRules.Log2);

        public Tensor log2_() => InPlace(static x => x.log2());

        /// <summary>Base-10 logarithm.</summary>
        public Tensor log10() => FloatUnary<Kernels.Log10Kernel>(UnaryRules.Log10);

        public Tensor log10_() => InPlace(static x => x.log10());

        /// <summary>ln(1 + x), exact near 0.</summary>
        public Tensor log1p() => FloatUnary<Kernels.Log1pKernel>(UnaryRules.Log1p);

        public Tensor log1p_() => InPlace(static x => x.log1p());

        /// <summary>√x; NaN below 0.</summary>
        public Tensor sqrt() => FloatUnary<Kernels.SqrtKernel>(UnaryRules.Sqrt);

        public Tensor sqrt_() => InPlace(static x => x.sqrt());

        /// <summary>1/√x.</summary>
        public Tensor rsqrt() => FloatUnary<Kernels.RsqrtKernel>(UnaryRules.Rsqrt);

        public Tensor rsqrt_() => InPlace(static x => x.rsqrt());

        /// <summary>1/x.</summary>
        public Tensor reciprocal() => FloatUnary<Kernels.ReciprocalKernel>(UnaryRules.Reciprocal);

        public Tensor reciprocal_() => InPlace(static x => x.reciprocal());

        /// <summary>Sine of radians.</summary>
        public Tensor sin() => FloatUnary<Kernels.SinKernel>(UnaryRules.Sin);

        public Tensor sin_() => InPlace(static x => x.sin());

        /// <summary>Cosine of radians.</summary>
        public Tensor cos() => FloatUnary<Kernels.CosKernel>(UnaryRules.Cos);

        public Tensor cos_() => InPlace(static x => x.cos());

        /// <summary>Tangent of radians.</summary>
        public Tensor tan() => FloatUnary<Kernels.TanKernel>(UnaryRules.Tan);

        public Tensor tan_() => InPlace(static x => x.tan());

        /// <summary>Angle in [−π/2, π/2]; NaN outside [−1, 1].</summary>
        public Tensor asin() => FloatUnary<Kernels.AsinKernel>(UnaryRules.Asin);

        public Tensor asin_() => InPlace(static x => x.asin());

        public Tensor arcsin() => asin();

        public Tensor arcsin_() => asin_();

        /// <summary>Angle in [0, π]; NaN outside [−1, 1].</summary>
        public Tensor acos() => FloatUnary<Kernels.AcosKernel>(UnaryRules.Acos);

        public Tensor acos_() => InPlace(static x => x.acos());

        public Tensor arccos() => acos();

        public Tensor arccos_() => acos_();

        /// <summary>Angle in (−π/2, π/2).</summary>
        public Tensor atan() => FloatUnary<Kernels.AtanKernel>(UnaryRules.Atan);

        public Tensor atan_() => InPlace(static x => x.atan());

        public Tensor arctan() => atan();

        public Tensor arctan_() => atan_();

        /// <summary>Hyperbolic sine.</summary>
        public Tensor sinh() => FloatUnary<Kernels.SinhKernel>(UnaryRules.Sinh);

        public Tensor sinh_() => InPlace(static x => x.sinh());

        /// <summary>Hyperbolic cosine.</summary>
        public Tensor cosh() => FloatUnary<Kernels.CoshKernel>(UnaryRules.Cosh);

        public Tensor cosh_() => InPlace(static x => x.cosh());

        /// <summary>Hyperbolic tangent, in (−1, 1).</summary>
        public Tensor tanh() => FloatUnary<Kernels.TanhKernel>(UnaryRules.Tanh);

        public Tensor tanh_() => InPlace(static x => x.tanh());

        /// <summary>Inverse hyperbolic sine.</summary>
        public Tensor asinh() => FloatUnary<Kernels.AsinhKernel>(UnaryRules.Asinh);

        public Tensor asinh_() => InPlace(static x => x.asinh());

        public Tensor arcsinh() => asinh();

        public Tensor arcsinh_() => asinh_();

        /// <summary>Inverse hyperbolic cosine; NaN below 1.</summary>
        public Tensor acosh() => FloatUnary<Kernels.AcoshKernel>(UnaryRules.Acosh);

        public Tensor acosh_() => InPlace(static x => x.acosh());

        public Tensor arccosh() => acosh();

        public Tensor arccosh_() => acosh_();

        /// <summary>Inverse hyperbolic tangent; NaN outside [−1, 1].</summary>
        public Tensor atanh() => FloatUnary<Kernels.AtanhKernel>(UnaryRules.Atanh);

        public Tensor atanh_() => InPlace(static x => x.atanh());

        public Tensor arctanh() => atanh();

        public Tensor arctanh_() => atanh_();

        /// <summary>Error function.</summary>
        public Tensor erf() => FloatUnary<Kernels.ErfKernel>(UnaryRules.Erf);

        public Tensor erf_() => InPlace(static x => x.erf());

        /// <summary>1 − erf(x), exact in the tail.</summary>
        public Tensor erfc() => FloatUnary<Kernels.ErfcKernel>(UnaryRules.Erfc);

        public Tensor erfc_() => InPlace(static x => x.erfc());

        /// <summary>Inverse error function; ±∞ at ±1.</summary>
        public Tensor erfinv() => FloatUnary<Kernels.ErfInvKernel>(UnaryRules.Erfinv);

        public Tensor erfinv_() => InPlace(static x => x.erfinv());

        /// <summary>1 / (1 + e⁻ˣ).</summary>
        public Tensor sigmoid() => FloatUnary<Kernels.SigmoidKernel>(UnaryRules.Sigmoid);

        public Tensor sigmoid_() => InPlace(static x => x.sigmoid());

        /// <summary>Rounded up. Gradient 0.</summary>
        public Tensor ceil() => _dtype.IsFloating() ? FloatUnary<Kernels.CeilKernel>(UnaryRules.Zero) : clone();

        public Tensor ceil_() => InPlace(static x => x.ceil());

        /// <summary>Rounded down. Gradient 0.</summary>
        public Tensor floor() => _dtype.IsFloating() ? FloatUnary<Kernels.FloorKernel>(UnaryRules.Zero) : clone();

        public Tensor floor_() => InPlace(static x => x.floor());

        /// <summary>Rounded towards 0. Gradient 0.</summary>
        public Tensor trunc() => _dtype.IsFloating() ? FloatUnary<Kernels.TruncKernel>(UnaryRules.Zero) : clone();

        public Tensor trunc_() => InPlace(static x => x.trunc());

        public Tensor fix() => trunc();

        public Tensor fix_() => trunc_();

        /// <summary>x − trunc(x).</summary>
        public Tensor frac() => _dtype.IsFloating() ? FloatUnary<Kernels.FracKernel>(UnaryRules.Pass) : zeros_like();

        public Tensor frac_() => InPlace(static x => x.frac());
    }
}
