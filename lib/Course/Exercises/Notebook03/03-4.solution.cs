double[] Standardise(double[] x)
{
    var mean = x.Average();
    var std = Math.Sqrt(x.Average(xi => (xi - mean) * (xi - mean)));
    return x.Select(xi => (xi - mean) / std).ToArray();
}
