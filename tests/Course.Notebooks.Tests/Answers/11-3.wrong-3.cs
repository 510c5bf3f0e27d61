// Stops and does not go back. // expect: the last epoch's weights
int StopEarly(Sequential net, Action train, Func<double> loss, int patience, int most)
{
    var (best, lowest) = (0, double.PositiveInfinity);
    for (int epoch = 1; epoch <= most && epoch - best <= patience; epoch++)
    {
        train();
        double now = loss();
        if (now < lowest) (best, lowest) = (epoch, now);
    }
    return best;
}
