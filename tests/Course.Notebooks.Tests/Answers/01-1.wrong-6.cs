// The loop ends one short. // expect: does the loop run to the end
double[] Forward(double[] x, double w, double b)
{
    var y = new double[x.Length];
    for (int i = 0; i < x.Length - 1; i++)
        y[i] = w * x[i] + b;
    return y;
}
