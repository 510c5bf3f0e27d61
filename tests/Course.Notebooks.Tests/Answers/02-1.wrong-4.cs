// Writes into its input. // expect: make a new array
double[] Softmax(double[] z)
{
    var top = z.Max();
    for (var c = 0; c < z.Length; c++) z[c] = Math.Exp(z[c] - top);
    var sum = z.Sum();
    for (var c = 0; c < z.Length; c++) z[c] /= sum;
    return z;
}
