// Compares with the epoch before, not with the best. // expect: too late
int StopEarly(Sequential net, Action train, Func<double> loss, int patience, int most)
{
    var (best, before, bad) = (0, double.PositiveInfinity, 0);
    Dictionary<string, Tensor> kept = [];
    for (int epoch = 1; epoch <= most && bad < patience; epoch++)
    {
        train();
        double now = loss();
        if (now < before)
        {
            (best, bad) = (epoch, 0);
            kept = net.state_dict().ToDictionary(s => s.Key, s => s.Value.detach().clone());
        }
        else bad++;
        before = now;
    }
    net.load_state_dict(kept);
    return best;
}
