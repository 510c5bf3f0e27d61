// What is lost without each input: occlusion. // expect: taken away from all
double[] Shapley(Func<bool[], double> value, int n)
{
    double all = value([.. Enumerable.Repeat(true, n)]);
    return [.. Enumerable.Range(0, n).Select(i =>
        all - value([.. Enumerable.Range(0, n).Select(k => k != i)]))];
}
