// The one that reaches p is left out. // expect: One too few
double[] TopP(double[] chances, double p)
{
    var kept = new double[chances.Length];
    foreach (int i in Enumerable.Range(0, chances.Length).OrderByDescending(i => chances[i]))
    {
        if (kept.Sum() + chances[i] >= p)
            break;
        kept[i] = chances[i];
    }

    return [.. kept.Select(chance => chance / kept.Sum())];
}
