// The rate at which both shrink equally fast; within 2 % of the limit at (1, 100). // expect: not the limit
double LargestStableRate(double a, double c)
{
    return 2 / (a + c);
}
