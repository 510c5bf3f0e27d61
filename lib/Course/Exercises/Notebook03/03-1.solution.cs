double LargestStableRate(double a, double c)
{
    return 2 / Math.Max(a, c);
}
