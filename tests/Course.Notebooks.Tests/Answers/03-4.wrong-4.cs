// Writes into its input. // expect: make a new array
double[] Standardise(double[] x)
{
    var mean = x.Average();
    var std = Math.Sqrt(x.Average(xi => (xi - mean) * (xi - mean)));
    for (var i = 0; i < x.Length; i++) x[i] = (x[i] - mean) / std;
    return x;
}
