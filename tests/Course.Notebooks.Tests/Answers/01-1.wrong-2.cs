// One sum instead of one output for each input. // expect: shape (5)
double[] Forward(double[] x, double w, double b)
{
    return new[] { x.Sum(xi => w * xi) + b };
}
