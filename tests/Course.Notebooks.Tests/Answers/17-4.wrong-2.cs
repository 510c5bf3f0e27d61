// The school formula, which has no ties. // expect: without ties only
double RankCorrelation(double[] a, double[] b)
{
    double[] Ranks(double[] list) => [.. list.Select(v =>
        list.Count(other => other < v) + (list.Count(other => other == v) - 1) / 2.0)];
    double n = a.Length;
    double squares = Ranks(a).Zip(Ranks(b), (p, q) => (p - q) * (p - q)).Sum();
    return 1 - 6 * squares / (n * (n * n - 1));
}
