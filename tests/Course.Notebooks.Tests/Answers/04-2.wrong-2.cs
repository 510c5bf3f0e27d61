// a δᵀ in place of δ aᵀ: every table of slopes is transposed. // expect: so it is δ₂ a₁ᵀ
(double[][] dW1, double[] db1, double[][] dW2, double[] db2) TwoLayers(
    double[][] W1, double[] b1, double[][] W2, double[] b2, double[] x, double[] y)
{
    double[][] Outer(double[] delta, double[] a) => [.. a.Select(v => delta.Select(d => d * v).ToArray())];

    double[] a1 = Activate(new(W1, b1), x), a2 = Activate(new(W2, b2), a1);
    double[] delta2 = [.. a2.Zip(y, (p, t) => (p - t) * p * (1 - p))];
    double[] delta1 = [.. a1.Select((a, i) => W2.Select((row, j) => row[i] * delta2[j]).Sum() * a * (1 - a))];
    return (Outer(delta1, x), delta1, Outer(delta2, a1), delta2);
}
