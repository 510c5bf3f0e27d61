namespace Course;

/// <summary>The 2-2-2 sigmoid network of notebook 04: its loss, its slopes, and the slopes that common slips give.</summary>
/// <remarks>Weights w1 … w8 as (8), biases (2), one for each layer; the loss is ½ Σ (output − target)². Numbers after Mazur, 2015.</remarks>
internal static class TwoTwoTwo
{
    [Flags]
    public enum Slip
    {
        None = 0,
        NoOutputSlope = 1,
        NoHiddenSlope = 2,
        OnePath = 4,
        Transposed = 8,
        ValueOfOwnEnd = 16,
        OtherPath = 32,
        NoBias = 64,
        Uphill = 128,
    }

    /// <summary>h1, h2, o1, o2.</summary>
    public static double[] Run(double[] w, double[] b, double[] x)
    {
        var h1 = Sigmoid((w[0] * x[0]) + (w[1] * x[1]) + b[0]);
        var h2 = Sigmoid((w[2] * x[0]) + (w[3] * x[1]) + b[0]);
        var o1 = Sigmoid((w[4] * h1) + (w[5] * h2) + b[1]);
        var o2 = Sigmoid((w[6] * h1) + (w[7] * h2) + b[1]);
        return [h1, h2, o1, o2];
    }

    public static double Loss(double[] w, double[] b, double[] x, double[] y)
    {
        var a = Run(w, b, x);
        return 0.5 * (Square(a[2] - y[0]) + Square(a[3] - y[1]));
    }

    /// <summary>The slopes of the loss for w1 … w8.</summary>
    public static double[] Slopes(double[] w, double[] b, double[] x, double[] y, Slip slip = Slip.None)
    {
        var a = Run(w, Has(slip, Slip.NoBias) ? [0, 0] : b, x);
        var hidden = Has(slip, Slip.NoHiddenSlope) ? [1, 1] : (double[])[SigmoidSlope(a[0]), SigmoidSlope(a[1])];
        var output = Has(slip, Slip.NoOutputSlope) ? [1, 1] : (double[])[SigmoidSlope(a[2]), SigmoidSlope(a[3])];
        var sign = Has(slip, Slip.Uphill) ? -1 : 1;
        double[] delta = [sign * (a[2] - y[0]) * output[0], sign * (a[3] - y[1]) * output[1]];
        var back = Has(slip, Slip.Transposed) ? (double[])[w[4], w[6], w[5], w[7]] : [w[4], w[5], w[6], w[7]];
        var (first, second) = (Has(slip, Slip.OtherPath) ? 0 : delta[0], Has(slip, Slip.OnePath) ? 0 : delta[1]);
        double[] deltaH = [((back[0] * first) + (back[2] * second)) * hidden[0], ((back[1] * first) + (back[3] * second)) * hidden[1]];
        var given = Has(slip, Slip.ValueOfOwnEnd) ? a[2..] : a[..2];
        return
        [
            deltaH[0] * x[0], deltaH[0] * x[1], deltaH[1] * x[0], deltaH[1] * x[1],
            delta[0] * given[0], delta[0] * given[1], delta[1] * given[0], delta[1] * given[1],
        ];
    }

    private static bool Has(Slip slip, Slip part) => (slip & part) != 0;

    private static double Sigmoid(double z) => 1 / (1 + Math.Exp(-z));

    private static double SigmoidSlope(double a) => a * (1 - a);

    private static double Square(double value) => value * value;
}
