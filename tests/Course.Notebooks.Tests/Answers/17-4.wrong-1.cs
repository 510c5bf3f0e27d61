// Correlates the numbers. // expect: replace each by its rank
double RankCorrelation(double[] a, double[] b)
{
    double ma = a.Average(), mb = b.Average();
    double Sum(Func<double, double, double> of) =>
        a.Zip(b, (p, q) => of(p - ma, q - mb)).Sum();
    return Sum((p, q) => p * q) / Math.Sqrt(Sum((p, q) => p * p) * Sum((p, q) => q * q));
}
