// Not divided by what is left. // expect: divide by its sum
double[] TopP(double[] chances, double p)
{
    var kept = new double[chances.Length];
    foreach (int i in Enumerable.Range(0, chances.Length).OrderByDescending(i => chances[i]))
    {
        kept[i] = chances[i];
        if (kept.Sum() >= p)
            break;
    }

    return kept;
}
