// The correction of the first step for ever. // expect: has to use `t`
(double move, double m, double v) AdamStep(double g, double m, double v, int t, double lr)
{
    m = 0.9 * m + 0.1 * g;
    v = 0.999 * v + 0.001 * g * g;
    return (-lr * (m / 0.1) / (Math.Sqrt(v / 0.001) + 1e-8), m, v);
}
