// Stops at the rate that is fastest for one direction. // expect: twice that
double LargestStableRate(double a, double c)
{
    return 1 / Math.Max(a, c);
}
