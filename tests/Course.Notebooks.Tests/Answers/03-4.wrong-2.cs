// Divides by the variance. // expect: root of the variance
double[] Standardise(double[] x)
{
    var mean = x.Average();
    var variance = x.Average(xi => (xi - mean) * (xi - mean));
    return x.Select(xi => (xi - mean) / variance).ToArray();
}
