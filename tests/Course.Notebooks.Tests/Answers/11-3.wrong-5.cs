// Returns the epoch at which it stopped. // expect: the best one is wanted
int StopEarly(Sequential net, Action train, Func<double> loss, int patience, int most)
{
    var (best, lowest, epoch) = (0, double.PositiveInfinity, 0);
    Dictionary<string, Tensor> kept = [];
    while (epoch < most && epoch + 1 - best <= patience)
    {
        epoch++;
        train();
        double now = loss();
        if (now >= lowest) continue;
        (best, lowest) = (epoch, now);
        kept = net.state_dict().ToDictionary(s => s.Key, s => s.Value.detach().clone());
    }
    net.load_state_dict(kept);
    return epoch;
}
