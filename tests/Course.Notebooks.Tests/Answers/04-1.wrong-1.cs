// The sigmoid's slope is forgotten at the outputs. // expect: that factor is missing
double[] Gradients(double[] w, double[] b, double[] x, double[] y)
{
    double[] a = Run(w, b, x);
    double h1 = a[0], h2 = a[1];
    double d1 = a[2] - y[0], d2 = a[3] - y[1];
    double e1 = (w[4] * d1 + w[6] * d2) * h1 * (1 - h1);
    double e2 = (w[5] * d1 + w[7] * d2) * h2 * (1 - h2);
    return [e1 * x[0], e1 * x[1], e2 * x[0], e2 * x[1], d1 * h1, d1 * h2, d2 * h1, d2 * h2];
}
