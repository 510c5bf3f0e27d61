// Centres only. // expect: still in millimetres
double[] Standardise(double[] x)
{
    var mean = x.Average();
    return x.Select(xi => xi - mean).ToArray();
}
