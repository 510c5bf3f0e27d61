// Equal numbers in the order in which they stand. // expect: by their place in the list
double RankCorrelation(double[] a, double[] b)
{
    double[] Ranks(double[] list)
    {
        int[] order = [.. Enumerable.Range(0, list.Length).OrderBy(i => list[i])];
        return [.. list.Select((_, i) => (double)Array.IndexOf(order, i))];
    }
    double[] Centred(double[] ranks) => [.. ranks.Select(r => r - ranks.Average())];
    double Dot(double[] s, double[] t) => s.Zip(t, (si, ti) => si * ti).Sum();
    double[] p = Centred(Ranks(a)), q = Centred(Ranks(b));
    return Dot(p, q) / Math.Sqrt(Dot(p, p) * Dot(q, q));
}
