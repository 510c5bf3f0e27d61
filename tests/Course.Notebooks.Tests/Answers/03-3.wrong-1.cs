// No correction of the averages. // expect: The averages start at zero
(double move, double m, double v) AdamStep(double g, double m, double v, int t, double lr)
{
    m = 0.9 * m + 0.1 * g;
    v = 0.999 * v + 0.001 * g * g;
    return (-lr * m / (Math.Sqrt(v) + 1e-8), m, v);
}
