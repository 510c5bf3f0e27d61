// Returns the corrected averages. // expect: before the correction
(double move, double m, double v) AdamStep(double g, double m, double v, int t, double lr)
{
    var mHat = (0.9 * m + 0.1 * g) / (1 - Math.Pow(0.9, t));
    var vHat = (0.999 * v + 0.001 * g * g) / (1 - Math.Pow(0.999, t));
    return (-lr * mHat / (Math.Sqrt(vHat) + 1e-8), mHat, vHat);
}
