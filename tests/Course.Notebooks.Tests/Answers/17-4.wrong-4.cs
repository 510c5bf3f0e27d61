// Drops the sign. // expect: Keep the sign
double RankCorrelation(double[] a, double[] b)
{
    double[] Ranks(double[] list) => [.. list.Select(v =>
        list.Count(other => other < v) + (list.Count(other => other == v) - 1) / 2.0)];
    double[] Centred(double[] ranks) => [.. ranks.Select(r => r - ranks.Average())];
    double Dot(double[] s, double[] t) => s.Zip(t, (si, ti) => si * ti).Sum();
    double[] p = Centred(Ranks(a)), q = Centred(Ranks(b));
    return Math.Abs(Dot(p, q)) / Math.Sqrt(Dot(p, p) * Dot(q, q));
}
