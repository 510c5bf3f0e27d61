double[] Forward(double[] x, double w, double b)
{
    return x.Select(xi => w * xi + b).ToArray();
}
