// Written from Tensor.Unary.cs by tests/Course.Tests/Repository/Mirrors: change it there.
#nullable enable

namespace TorchSharp;

public static partial class torch
{
    /// <inheritdoc cref="Tensor.abs()"/>
    public static Tensor abs(Tensor input) => input.abs();

    /// <inheritdoc cref="Tensor.abs()"/>
    public static Tensor abs_(Tensor input) => input.abs_();

    /// <inheritdoc cref="Tensor.absolute()"/>
    public static Tensor absolute(Tensor input) => input.absolute();

    /// <inheritdoc cref="Tensor.absolute()"/>
    public static Tensor absolute_(Tensor input) => input.absolute_();

    /// <inheritdoc cref="Tensor.neg()"/>
    public static Tensor neg(Tensor input) => input.neg();

    /// <inheritdoc cref="Tensor.neg()"/>
    public static Tensor neg_(Tensor input) => input.neg_();

    /// <inheritdoc cref="Tensor.negative()"/>
    public static Tensor negative(Tensor input) => input.negative();

    /// <inheritdoc cref="Tensor.sign()"/>
    public static Tensor sign(Tensor input) => input.sign();

    /// <inheritdoc cref="Tensor.sign()"/>
    public static Tensor sign_(Tensor input) => input.sign_();

    /// <inheritdoc cref="Tensor.sgn()"/>
    public static Tensor sgn(Tensor input) => input.sgn();

    /// <inheritdoc cref="Tensor.sgn()"/>
    public static Tensor sgn_(Tensor input) => input.sgn_();

    /// <inheritdoc cref="Tensor.square()"/>
    public static Tensor square(Tensor input) => input.square();

    /// <inheritdoc cref="Tensor.exp()"/>
    public static Tensor exp(Tensor input) => input.exp();

    /// <inheritdoc cref="Tensor.exp()"/>
    public static Tensor exp_(Tensor input) => input.exp_();

    /// <inheritdoc cref="Tensor.exp2()"/>
    public static Tensor exp2(Tensor input) => input.exp2();

    /// <inheritdoc cref="Tensor.exp2()"/>
    public static Tensor exp2_(Tensor input) => input.exp2_();

    /// <inheritdoc cref="Tensor.expm1()"/>
    public static Tensor expm1(Tensor input) => input.expm1();

    /// <inheritdoc cref="Tensor.expm1()"/>
    public static Tensor expm1_(Tensor input) => input.expm1_();

    /// <inheritdoc cref="Tensor.log()"/>
    public static Tensor log(Tensor input) => input.log();

    /// <inheritdoc cref="Tensor.log()"/>
    public static Tensor log_(Tensor input) => input.log_();

    /// <inheritdoc cref="Tensor.log2()"/>
    public static Tensor log2(Tensor input) => input.log2();

    /// <inheritdoc cref="Tensor.log2()"/>
    public static Tensor log2_(Tensor input) => input.log2_();

    /// <inheritdoc cref="Tensor.log10()"/>
    public static Tensor log10(Tensor input) => input.log10();

    /// <inheritdoc cref="Tensor.log10()"/>
    public static Tensor log10_(Tensor input) => input.log10_();

    /// <inheritdoc cref="Tensor.log1p()"/>
    public static Tensor log1p(Tensor input) => input.log1p();

    /// <inheritdoc cref="Tensor.log1p()"/>
    public static Tensor log1p_(Tensor input) => input.log1p_();

    /// <inheritdoc cref="Tensor.sqrt()"/>
    public static Tensor sqrt(Tensor input) => input.sqrt();

    /// <inheritdoc cref="Tensor.sqrt()"/>
    public static Tensor sqrt_(Tensor input) => input.sqrt_();

    /// <inheritdoc cref="Tensor.rsqrt()"/>
    public static Tensor rsqrt(Tensor input) => input.rsqrt();

    /// <inheritdoc cref="Tensor.rsqrt()"/>
    public static Tensor rsqrt_(Tensor input) => input.rsqrt_();

    /// <inheritdoc cref="Tensor.reciprocal()"/>
    public static Tensor reciprocal(Tensor input) => input.reciprocal();

    /// <inheritdoc cref="Tensor.reciprocal()"/>
    public static Tensor reciprocal_(Tensor input) => input.reciprocal_();

    /// <inheritdoc cref="Tensor.sin()"/>
    public static Tensor sin(Tensor input) => input.sin();

    /// <inheritdoc cref="Tensor.sin()"/>
    public static Tensor sin_(Tensor input) => input.sin_();

    /// <inheritdoc cref="Tensor.cos()"/>
    public static Tensor cos(Tensor input) => input.cos();

    /// <inheritdoc cref="Tensor.cos()"/>
    public static Tensor cos_(Tensor input) => input.cos_();

    /// <inheritdoc cref="Tensor.tan()"/>
    public static Tensor tan(Tensor input) => input.tan();

    /// <inheritdoc cref="Tensor.tan()"/>
    public static Tensor tan_(Tensor input) => input.tan_();

    /// <inheritdoc cref="Tensor.asin()"/>
    public static Tensor asin(Tensor input) => input.asin();

    /// <inheritdoc cref="Tensor.asin()"/>
    public static Tensor asin_(Tensor input) => input.asin_();

    /// <inheritdoc cref="Tensor.arcsin()"/>
    public static Tensor arcsin(Tensor input) => input.arcsin();

    /// <inheritdoc cref="Tensor.arcsin()"/>
    public static Tensor arcsin_(Tensor input) => input.arcsin_();

    /// <inheritdoc cref="Tensor.acos()"/>
    public static Tensor acos(Tensor input) => input.acos();

    /// <inheritdoc cref="Tensor.acos()"/>
    public static Tensor acos_(Tensor input) => input.acos_();

    /// <inheritdoc cref="Tensor.arccos()"/>
    public static Tensor arccos(Tensor input) => input.arccos();

    /// <inheritdoc cref="Tensor.arccos()"/>
    public static Tensor arccos_(Tensor input) => input.arccos_();

    /// <inheritdoc cref="Tensor.atan()"/>
    public static Tensor atan(Tensor input) => input.atan();

    /// <inheritdoc cref="Tensor.atan()"/>
    public static Tensor atan_(Tensor input) => input.atan_();

    /// <inheritdoc cref="Tensor.arctan()"/>
    public static Tensor arctan(Tensor input) => input.arctan();

    /// <inheritdoc cref="Tensor.arctan()"/>
    public static Tensor arctan_(Tensor input) => input.arctan_();

    /// <inheritdoc cref="Tensor.sinh()"/>
    public static Tensor sinh(Tensor input) => input.sinh();

    /// <inheritdoc cref="Tensor.sinh()"/>
    public static Tensor sinh_(Tensor input) => input.sinh_();

    /// <inheritdoc cref="Tensor.cosh()"/>
    public static Tensor cosh(Tensor input) => input.cosh();

    /// <inheritdoc cref="Tensor.cosh()"/>
    public static Tensor cosh_(Tensor input) => input.cosh_();

    /// <inheritdoc cref="Tensor.tanh()"/>
    public static Tensor tanh(Tensor input) => input.tanh();

    /// <inheritdoc cref="Tensor.tanh()"/>
    public static Tensor tanh_(Tensor input) => input.tanh_();

    /// <inheritdoc cref="Tensor.asinh()"/>
    public static Tensor asinh(Tensor input) => input.asinh();

    /// <inheritdoc cref="Tensor.asinh()"/>
    public static Tensor asinh_(Tensor input) => input.asinh_();

    /// <inheritdoc cref="Tensor.arcsinh()"/>
    public static Tensor arcsinh(Tensor input) => input.arcsinh();

    /// <inheritdoc cref="Tensor.arcsinh()"/>
    public static Tensor arcsinh_(Tensor input) => input.arcsinh_();

    /// <inheritdoc cref="Tensor.acosh()"/>
    public static Tensor acosh(Tensor input) => input.acosh();

    /// <inheritdoc cref="Tensor.acosh()"/>
    public static Tensor acosh_(Tensor input) => input.acosh_();

    /// <inheritdoc cref="Tensor.arccosh()"/>
    public static Tensor arccosh(Tensor input) => input.arccosh();

    /// <inheritdoc cref="Tensor.arccosh()"/>
    public static Tensor arccosh_(Tensor input) => input.arccosh_();

    /// <inheritdoc cref="Tensor.atanh()"/>
    public static Tensor atanh(Tensor input) => input.atanh();

    /// <inheritdoc cref="Tensor.atanh()"/>
    public static Tensor atanh_(Tensor input) => input.atanh_();

    /// <inheritdoc cref="Tensor.arctanh()"/>
    public static Tensor arctanh(Tensor input) => input.arctanh();

    /// <inheritdoc cref="Tensor.arctanh()"/>
    public static Tensor arctanh_(Tensor input) => input.arctanh_();

    /// <inheritdoc cref="Tensor.erf()"/>
    public static Tensor erf(Tensor input) => input.erf();

    /// <inheritdoc cref="Tensor.erf()"/>
    public static Tensor erf_(Tensor input) => input.erf_();

    /// <inheritdoc cref="Tensor.erfc()"/>
    public static Tensor erfc(Tensor input) => input.erfc();

    /// <inheritdoc cref="Tensor.erfc()"/>
    public static Tensor erfc_(Tensor input) => input.erfc_();

    /// <inheritdoc cref="Tensor.erfinv()"/>
    public static Tensor erfinv(Tensor input) => input.erfinv();

    /// <inheritdoc cref="Tensor.erfinv()"/>
    public static Tensor erfinv_(Tensor input) => input.erfinv_();

    /// <inheritdoc cref="Tensor.sigmoid()"/>
    public static Tensor sigmoid(Tensor input) => input.sigmoid();

    /// <inheritdoc cref="Tensor.sigmoid()"/>
    public static Tensor sigmoid_(Tensor input) => input.sigmoid_();

    /// <inheritdoc cref="Tensor.logical_not()"/>
    public static Tensor logical_not(Tensor input) => input.logical_not();

    /// <inheritdoc cref="Tensor.positive()"/>
    public static Tensor positive(Tensor input) => input.positive();

    /// <inheritdoc cref="Tensor.bitwise_not()"/>
    public static Tensor bitwise_not(Tensor input) => input.bitwise_not();

    /// <inheritdoc cref="Tensor.bitwise_not()"/>
    public static Tensor bitwise_not_(Tensor input) => input.bitwise_not_();

    /// <inheritdoc cref="Tensor.deg2rad()"/>
    public static Tensor deg2rad(Tensor input) => input.deg2rad();

    /// <inheritdoc cref="Tensor.deg2rad()"/>
    public static Tensor deg2rad_(Tensor input) => input.deg2rad_();

    /// <inheritdoc cref="Tensor.rad2deg()"/>
    public static Tensor rad2deg(Tensor input) => input.rad2deg();

    /// <inheritdoc cref="Tensor.rad2deg()"/>
    public static Tensor rad2deg_(Tensor input) => input.rad2deg_();

    /// <inheritdoc cref="Tensor.signbit()"/>
    public static Tensor signbit(Tensor input) => input.signbit();

    /// <inheritdoc cref="Tensor.sinc()"/>
    public static Tensor sinc(Tensor input) => input.sinc();

    /// <inheritdoc cref="Tensor.logit(double?)"/>
    public static Tensor logit(Tensor input, double? eps = null) => input.logit(eps);

    /// <inheritdoc cref="Tensor.logit(double?)"/>
    public static Tensor logit_(Tensor input, double? eps = null) => input.logit_(eps);

    public partial class Tensor
    {
        /// <inheritdoc cref="abs()"/>
        public Tensor abs_() => InPlace(static x => x.abs());

        /// <inheritdoc cref="absolute()"/>
        public Tensor absolute_() => InPlace(static x => x.absolute());

        /// <inheritdoc cref="neg()"/>
        public Tensor neg_() => InPlace(static x => x.neg());

        /// <inheritdoc cref="sign()"/>
        public Tensor sign_() => InPlace(static x => x.sign());

        /// <inheritdoc cref="sgn()"/>
        public Tensor sgn_() => InPlace(static x => x.sgn());

        /// <inheritdoc cref="exp()"/>
        public Tensor exp_() => InPlace(static x => x.exp());

        /// <inheritdoc cref="exp2()"/>
        public Tensor exp2_() => InPlace(static x => x.exp2());

        /// <inheritdoc cref="expm1()"/>
        public Tensor expm1_() => InPlace(static x => x.expm1());

        /// <inheritdoc cref="log()"/>
        public Tensor log_() => InPlace(static x => x.log());

        /// <inheritdoc cref="log2()"/>
        public Tensor log2_() => InPlace(static x => x.log2());

        /// <inheritdoc cref="log10()"/>
        public Tensor log10_() => InPlace(static x => x.log10());

        /// <inheritdoc cref="log1p()"/>
        public Tensor log1p_() => InPlace(static x => x.log1p());

        /// <inheritdoc cref="sqrt()"/>
        public Tensor sqrt_() => InPlace(static x => x.sqrt());

        /// <inheritdoc cref="rsqrt()"/>
        public Tensor rsqrt_() => InPlace(static x => x.rsqrt());

        /// <inheritdoc cref="reciprocal()"/>
        public Tensor reciprocal_() => InPlace(static x => x.reciprocal());

        /// <inheritdoc cref="sin()"/>
        public Tensor sin_() => InPlace(static x => x.sin());

        /// <inheritdoc cref="cos()"/>
        public Tensor cos_() => InPlace(static x => x.cos());

        /// <inheritdoc cref="tan()"/>
        public Tensor tan_() => InPlace(static x => x.tan());

        /// <inheritdoc cref="asin()"/>
        public Tensor asin_() => InPlace(static x => x.asin());

        /// <inheritdoc cref="arcsin()"/>
        public Tensor arcsin_() => InPlace(static x => x.arcsin());

        /// <inheritdoc cref="acos()"/>
        public Tensor acos_() => InPlace(static x => x.acos());

        /// <inheritdoc cref="arccos()"/>
        public Tensor arccos_() => InPlace(static x => x.arccos());

        /// <inheritdoc cref="atan()"/>
        public Tensor atan_() => InPlace(static x => x.atan());

        /// <inheritdoc cref="arctan()"/>
        public Tensor arctan_() => InPlace(static x => x.arctan());

        /// <inheritdoc cref="sinh()"/>
        public Tensor sinh_() => InPlace(static x => x.sinh());

        /// <inheritdoc cref="cosh()"/>
        public Tensor cosh_() => InPlace(static x => x.cosh());

        /// <inheritdoc cref="tanh()"/>
        public Tensor tanh_() => InPlace(static x => x.tanh());

        /// <inheritdoc cref="asinh()"/>
        public Tensor asinh_() => InPlace(static x => x.asinh());

        /// <inheritdoc cref="arcsinh()"/>
        public Tensor arcsinh_() => InPlace(static x => x.arcsinh());

        /// <inheritdoc cref="acosh()"/>
        public Tensor acosh_() => InPlace(static x => x.acosh());

        /// <inheritdoc cref="arccosh()"/>
        public Tensor arccosh_() => InPlace(static x => x.arccosh());

        /// <inheritdoc cref="atanh()"/>
        public Tensor atanh_() => InPlace(static x => x.atanh());

        /// <inheritdoc cref="arctanh()"/>
        public Tensor arctanh_() => InPlace(static x => x.arctanh());

        /// <inheritdoc cref="erf()"/>
        public Tensor erf_() => InPlace(static x => x.erf());

        /// <inheritdoc cref="erfc()"/>
        public Tensor erfc_() => InPlace(static x => x.erfc());

        /// <inheritdoc cref="erfinv()"/>
        public Tensor erfinv_() => InPlace(static x => x.erfinv());

        /// <inheritdoc cref="sigmoid()"/>
        public Tensor sigmoid_() => InPlace(static x => x.sigmoid());

        /// <inheritdoc cref="logical_not()"/>
        public Tensor logical_not_() => InPlace(static x => x.logical_not());

        /// <inheritdoc cref="bitwise_not()"/>
        public Tensor bitwise_not_() => InPlace(static x => x.bitwise_not());

        /// <inheritdoc cref="deg2rad()"/>
        public Tensor deg2rad_() => InPlace(static x => x.deg2rad());

        /// <inheritdoc cref="rad2deg()"/>
        public Tensor rad2deg_() => InPlace(static x => x.rad2deg());

        /// <inheritdoc cref="sinc()"/>
        public Tensor sinc_() => InPlace(static x => x.sinc());

        /// <inheritdoc cref="logit(double?)"/>
        public Tensor logit_(double? eps = null) => InPlace(x => x.logit(eps));
    }
}
