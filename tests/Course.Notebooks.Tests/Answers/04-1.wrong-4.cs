// Uses the numbers of the demonstration. // expect: the numbers of the cells above
double[] Gradients(double[] weights, double[] biases, double[] input, double[] target)
{
    double[] a = Run(w, b, x);
    double h1 = a[0], h2 = a[1], o1 = a[2], o2 = a[3];
    double d1 = (o1 - y[0]) * o1 * (1 - o1), d2 = (o2 - y[1]) * o2 * (1 - o2);
    double e1 = (w[4] * d1 + w[6] * d2) * h1 * (1 - h1);
    double e2 = (w[5] * d1 + w[7] * d2) * h2 * (1 - h2);
    return [e1 * x[0], e1 * x[1], e2 * x[0], e2 * x[1], d1 * h1, d1 * h2, d2 * h1, d2 * h2];
}
