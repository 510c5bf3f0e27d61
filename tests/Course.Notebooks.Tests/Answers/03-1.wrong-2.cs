// The flat direction's limit. // expect: flat direction's limit
double LargestStableRate(double a, double c)
{
    return 2 / Math.Min(a, c);
}
