// What each input does alone. // expect: alone
double[] Shapley(Func<bool[], double> value, int n)
{
    double none = value(new bool[n]);
    return [.. Enumerable.Range(0, n).Select(i =>
        value([.. Enumerable.Range(0, n).Select(k => k == i)]) - none)];
}
