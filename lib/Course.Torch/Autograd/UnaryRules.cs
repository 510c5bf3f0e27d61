namespace TorchSharp;

/// <summary>Derivatives of functions of one tensor: g is the gradient of the result, x the input, y the result.</summary>
internal static class UnaryRules
{
    private static readonly double TwoOverSqrtPi = 2 / Math.Sqrt(Math.PI);

    public static readonly UnaryRule Zero = UnaryRule.Linear(g => g.zeros_like());

    public static readonly UnaryRule Pass = UnaryRule.Linear(g => g);

    // Powers, exponentials, logarithms.
    public static readonly UnaryRule Abs = UnaryRule.OfInput((g, x) => g * x.sign());
    public static readonly UnaryRule Neg = UnaryRule.Linear(g => -g);
    public static readonly UnaryRule Square = UnaryRule.OfInput((g, x) => g * x * 2);
    public static readonly UnaryRule Sqrt = UnaryRule.OfResult((g, y) => g / (y * 2));
    public static readonly UnaryRule Rsqrt = UnaryRule.OfResult((g, y) => g * y * y * y * -0.5);
    public static readonly UnaryRule Reciprocal = UnaryRule.OfResult((g, y) => -g * y * y);
    public static readonly UnaryRule Exp = UnaryRule.OfResult((g, y) => g * y);
    public static readonly UnaryRule Exp2 = UnaryRule.OfResult((g, y) => g * y * Math.Log(2));
    public static readonly UnaryRule Expm1 = UnaryRule.OfResult((g, y) => g * (y + 1));
    public static readonly UnaryRule Log = UnaryRule.OfInput((g, x) => g / x);
    public static readonly UnaryRule Log2 = UnaryRule.OfInput((g, x) => g / (x * Math.Log(2)));
    public static readonly UnaryRule Log10 = UnaryRule.OfInput((g, x) => g / (x * Math.Log(10)));
    public static readonly UnaryRule Log1p = UnaryRule.OfInput((g, x) => g / (x + 1));

    // Circular and hyperbolic functions.
    public static readonly UnaryRule Sin = UnaryRule.OfInput((g, x) => g * x.cos());
    public static readonly UnaryRule Cos = UnaryRule.OfInput((g, x) => -g * x.sin());
    public static readonly UnaryRule Tan = UnaryRule.OfResult((g, y) => g * (y * y + 1));
    public static readonly UnaryRule Asin = UnaryRule.OfInput((g, x) => g * (1 - x * x).rsqrt());
    public static readonly UnaryRule Acos = UnaryRule.OfInput((g, x) => -g * (1 - x * x).rsqrt());
    public static readonly UnaryRule Atan = UnaryRule.OfInput((g, x) => g / (x * x + 1));
    public static readonly UnaryRule Sinh = UnaryRule.OfInput((g, x) => g * x.cosh());
    public static readonly UnaryRule Cosh = UnaryRule.OfInput((g, x) => g * x.sinh());
    public static readonly UnaryRule Tanh = UnaryRule.OfResult((g, y) => g * (1 - y * y));
    public static readonly UnaryRule Asinh = UnaryRule.OfInput((g, x) => g * (x * x + 1).rsqrt());
    public static readonly UnaryRule Acosh = UnaryRule.OfInput((g, x) => g * (x * x - 1).rsqrt());
    public static readonly UnaryRule Atanh = UnaryRule.OfInput((g, x) => g / (1 - x * x));

    // Error functions.
    public static readonly UnaryRule Erf = UnaryRule.OfInput((g, x) => g * (-(x * x)).exp() * TwoOverSqrtPi);
    public static readonly UnaryRule Erfc = UnaryRule.OfInput((g, x) => g * (-(x * x)).exp() * -TwoOverSqrtPi);
    public static readonly UnaryRule Erfinv = UnaryRule.OfResult((g, y) => g * (y * y).exp() / TwoOverSqrtPi);

    // Activations.
    public static readonly UnaryRule Relu = UnaryRule.OfResult((g, y) => g * y.gt(0)).WithKernel(ActivationOps.ReluBackward);
    public static readonly UnaryRule Sigmoid = UnaryRule.OfResult((g, y) => g * (y * (1 - y)));
    public static readonly UnaryRule LogSigmoid = UnaryRule.OfInput((g, x) => g * (-x).sigmoid());
    public static readonly UnaryRule Silu = UnaryRule.OfInput((g, x) =>
    {
        var s = x.sigmoid();
        return g * (s * (1 + x * (1 - s)));
    });

    public static readonly UnaryRule Gelu = UnaryRule.OfInput((g, x) =>
    {
        var cumulative = (x * -Kernels.ErrorFunction.InverseSqrt2).erfc() * 0.5;
        return g * (cumulative + x * (x * x * -0.5).exp() / Math.Sqrt(2 * Math.PI));
    }).WithKernel(ActivationOps.GeluBackward, torch.ScalarType.Float32);

    public static readonly UnaryRule GeluTanh = UnaryRule.OfInput((g, x) =>
    {
        var scale = Math.Sqrt(2 / Math.PI);
        var inner = (x * (x * x * 0.044715 + 1)) * (2 * scale);
        var s = inner.sigmoid();
        return g * (s + x * s * (1 - s) * ((x * x * (3 * 0.044715) + 1) * (2 * scale)));
    });
}
