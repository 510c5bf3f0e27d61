(double move, double m, double v) AdamStep(double g, double m, double v, int t, double lr)
{
    m = 0.9 * m + 0.1 * g;
    v = 0.999 * v + 0.001 * g * g;
    var mHat = m / (1 - Math.Pow(0.9, t));
    var vHat = v / (1 - Math.Pow(0.999, t));
    return (-lr * mHat / (Math.Sqrt(vHat) + 1e-8), m, v);
}
