// In the order of the array, not of the chances. // expect: take the likeliest first
double[] TopP(double[] chances, double p)
{
    double sum = 0;
    var kept = new double[chances.Length];
    for (int i = 0; i < chances.Length && sum < p; i++)
        sum += kept[i] = chances[i];
    return [.. kept.Select(chance => chance / sum)];
}
