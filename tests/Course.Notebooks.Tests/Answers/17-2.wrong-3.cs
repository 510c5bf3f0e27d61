// Every set counts alike. // expect: different numbers of orders
double[] Shapley(Func<bool[], double> value, int n)
{
    bool[] Known(int set) => [.. Enumerable.Range(0, n).Select(k => (set >> k & 1) == 1)];
    double[] shares = new double[n];
    for (int set = 0; set < 1 << n; set++)
        for (int i = 0; i < n; i++)
            if (!Known(set)[i])
                shares[i] += (value(Known(set | 1 << i)) - value(Known(set))) / (1 << (n - 1));
    return shares;
}
