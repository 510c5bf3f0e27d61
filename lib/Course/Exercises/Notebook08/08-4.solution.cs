(Module<Tensor, Tensor> net, optim.Optimizer optimizer, int batch) Recipe()
{
    manual_seed(1);
    var net = Sequential(Linear(784, 128), ReLU(), Linear(128, 10)).to(device);
    return Tier.Current <= TierLevel.Fast   // few steps: momentum is off the mark sooner
        ? (net, optim.SGD(net.parameters(), 0.05, momentum: 0.9), 64)
        : (net, optim.SGD(net.parameters(), 0.1), 64);
}
