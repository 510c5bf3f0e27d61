double[] Shapley(Func<bool[], double> value, int n)
{
    double Factorial(int k) => k < 2 ? 1 : k * Factorial(k - 1);
    bool[] Known(int set) => [.. Enumerable.Range(0, n).Select(k => (set >> k & 1) == 1)];
    double[] values = [.. Enumerable.Range(0, 1 << n).Select(set => value(Known(set)))];
    double[] shares = new double[n];
    for (int set = 0; set < 1 << n; set++)
    {
        bool[] known = Known(set);
        int size = known.Count(k => k);
        for (int i = 0; i < n; i++)
            if (!known[i])
                shares[i] += Factorial(size) * Factorial(n - size - 1) / Factorial(n)
                    * (values[set | 1 << i] - values[set]);
    }
    return shares;
}
