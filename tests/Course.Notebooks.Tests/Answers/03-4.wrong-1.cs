// Divides without centring. // expect: Subtract the mean first
double[] Standardise(double[] x)
{
    return x.Select(xi => xi / x.Max()).ToArray();
}
