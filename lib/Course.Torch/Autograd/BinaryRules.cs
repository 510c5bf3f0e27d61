namespace TorchSharp;

/// <summary>Derivatives of functions of two tensors: first with respect to a, then to b.</summary>
internal static class BinaryRules
{
    public static readonly BinaryRule Add = new((g, _, _, _) => g, (g, _, _, _) => g, Keeps.Nothing);
    public static readonly BinaryRule Subtract = new((g, _, _, _) => g, (g, _, _, _) => -g, Keeps.Nothing);
    public static readonly BinaryRule Multiply = new((g, _, b, _) => g * b, (g, a, _, _) => g * a, Keeps.Factors);
    public static readonly BinaryRule Divide = new((g, _, b, _) => g / b, (g, a, b, _) => -g * a / (b * b), Keeps.Factors);
    public static readonly BinaryRule Remainder = new((g, _, _, _) => g, (g, a, b, _) => -g * (a / b).floor());
    public static readonly BinaryRule Fmod = new((g, _, _, _) => g, (g, a, b, _) => -g * (a / b).trunc());
    public static readonly BinaryRule None = new((g, _, _, _) => g.zeros_like(), (g, _, _, _) => g.zeros_like(), Keeps.Nothing);

    // Where both are equal each gets half, as in torch.
    public static readonly BinaryRule Maximum = new(
        (g, a, b, _) => g * (a.gt(b).to_type(g.dtype) + a.eq(b).to_type(g.dtype) * 0.5),
        (g, a, b, _) => g * (b.gt(a).to_type(g.dtype) + a.eq(b).to_type(g.dtype) * 0.5));

    public static readonly BinaryRule Minimum = new(
        (g, a, b, _) => g * (a.lt(b).to_type(g.dtype) + a.eq(b).to_type(g.dtype) * 0.5),
        (g, a, b, _) => g * (b.lt(a).to_type(g.dtype) + a.eq(b).to_type(g.dtype) * 0.5));

    // At a bound the gradient still flows to the clamped tensor.
    public static readonly BinaryRule ClampLow = new((g, a, b, _) => g * a.ge(b), (g, a, b, _) => g * a.lt(b));
    public static readonly BinaryRule ClampHigh = new((g, a, b, _) => g * a.le(b), (g, a, b, _) => g * a.gt(b));

    public static readonly BinaryRule Fmax = new(
        (g, a, b, _) => g * (a.ge(b).logical_or(b.isnan())),
        (g, a, b, _) => g * (a.ge(b).logical_or(b.isnan()).logical_not()));

    public static readonly BinaryRule Fmin = new(
        (g, a, b, _) => g * (a.le(b).logical_or(b.isnan())),
        (g, a, b, _) => g * (a.le(b).logical_or(b.isnan()).logical_not()));

    public static readonly BinaryRule Pow = new(
        (g, a, b, _) => torch.where(b.eq(0), g.zeros_like(), g * b * a.pow(b - 1)),
        (g, a, _, y) => g * torch.where(a.eq(0), y.zeros_like(), y * a.log()),
        Keeps.Result);

    public static readonly BinaryRule Atan2 = new(
        (g, a, b, _) => g * b / (a * a + b * b),
        (g, a, b, _) => -g * a / (a * a + b * b));

    public static readonly BinaryRule Hypot = new((g, a, _, y) => g * a / y, (g, _, b, y) => g * b / y, Keeps.Result);
    public static readonly BinaryRule CopySign = new((g, a, _, y) => g * a.sign() * y.sign(), (g, _, _, _) => g.zeros_like(), Keeps.Result);
    public static readonly BinaryRule LogAddExp = new((g, a, _, y) => g * (a - y).exp(), (g, _, b, y) => g * (b - y).exp(), Keeps.Result);

    public static readonly BinaryRule XLogY = new(
        (g, a, b, _) => g * torch.where(a.eq(0), g.zeros_like(), b.log()),
        (g, a, b, _) => g * a / b);
}
