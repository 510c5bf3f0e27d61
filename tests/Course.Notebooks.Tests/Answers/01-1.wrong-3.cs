// Works in place and spoils the caller's array. // expect: It wrote into `x`
double[] Forward(double[] x, double w, double b)
{
    for (var i = 0; i < x.Length; i++)
    {
        x[i] = w * x[i] + b;
    }

    return x;
}
