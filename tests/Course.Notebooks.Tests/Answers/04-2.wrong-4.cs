// The biases are forgotten on the way forward. // expect: lacks a bias
(double[][] dW1, double[] db1, double[][] dW2, double[] db2) TwoLayers(
    double[][] W1, double[] b1, double[][] W2, double[] b2, double[] x, double[] y)
{
    double[][] Outer(double[] delta, double[] a) => [.. delta.Select(d => a.Select(v => d * v).ToArray())];

    double[] a1 = [.. W1.Select(row => Sigmoid(Dot(row, x)))], a2 = [.. W2.Select(row => Sigmoid(Dot(row, a1)))];
    double[] delta2 = [.. a2.Zip(y, (p, t) => (p - t) * p * (1 - p))];
    double[] delta1 = [.. a1.Select((a, i) => W2.Select((row, j) => row[i] * delta2[j]).Sum() * a * (1 - a))];
    return (Outer(delta1, x), delta1, Outer(delta2, a1), delta2);
}
