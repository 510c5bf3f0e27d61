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
        kept = net.state_dict().ToDictionary(s => s.Key, s => s.Value.detach().clone());
    }
    net.load_state_dict(kept);
    return best;
}
