// Adds over all orders and forgets to divide. // expect: divide by n!
double[] Shapley(Func<bool[], double> value, int n)
{
    double Factorial(int k) => k < 2 ? 1 : k * Factorial(k - 1);
    bool[] Known(int set) => [.. Enumerable.Range(0, n).Select(k => (set >> k & 1) == 1)];
    double[] shares = new double[n];
    for (int set = 0; set < 1 << n; set++)
        for (int i = 0; i < n; i++)
            if (!Known(set)[i])
                shares[i] += Factorial(Known(set).Count(k => k))
                    * Factorial(n - Known(set).Count(k => k) - 1)
                    * (value(Known(set | 1 << i)) - value(Known(set)));
    return shares;
}
