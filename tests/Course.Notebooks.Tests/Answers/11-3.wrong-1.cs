// Keeps the tensors, not copies of them. // expect: the last epoch's weights
int StopEarly(Sequential net, Action train, Func<double> loss, int patience, int most)
{
    var (best, lowest) = (0, double.PositiveInfinity);
    Dictionary<string, Tensor> kept = [];
    for (int epoch = 1; epoch <= most && epoch - best <= patience; epoch++)
    {
        train();
        double now = loss();
        if (now >= lowest) continue;
        (best, lowest) = (epoch, now);
        kept = net.state_dict();
    }
    net.load_state_dict(kept);
    return best;
}
