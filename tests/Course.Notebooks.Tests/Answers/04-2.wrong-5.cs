// The slopes are written over W1. // expect: It wrote into `W1`
(double[][] dW1, double[] db1, double[][] dW2, double[] db2) TwoLayers(
    double[][] W1, double[] b1, double[][] W2, double[] b2, double[] x, double[] y)
{
    double[][] Outer(double[] delta, double[] a) => [.. delta.Select(d => a.Select(v => d * v).ToArray())];

    double[] a1 = Activate(new(W1, b1), x), a2 = Activate(new(W2, b2), a1);
    double[] delta2 = [.. a2.Zip(y, (p, t) => (p - t) * p * (1 - p))];
    double[] delta1 = [.. a1.Select((a, i) => W2.Select((row, j) => row[i] * delta2[j]).Sum() * a * (1 - a))];
    for (int j = 0; j < W1.Length; j++)
        for (int i = 0; i < x.Length; i++)
            W1[j][i] = delta1[j] * x[i];
    return (W1, delta1, Outer(delta2, a1), delta2);
}
