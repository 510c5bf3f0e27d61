// The bias is forgotten. // expect: The bias `b` is missing.
double[] Forward(double[] x, double w, double b)
{
    return x.Select(xi => w * xi).ToArray();
}
