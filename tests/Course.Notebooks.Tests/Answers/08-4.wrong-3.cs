// Plain descent at a rate that is too small. // expect: It learns
(Module<Tensor, Tensor> net, optim.Optimizer optimizer, int batch) Recipe()
{
    manual_seed(1);
    var net = Sequential(Linear(784, 128), ReLU(), Linear(128, 10)).to(device);
    return (net, optim.SGD(net.parameters(), 0.02), 64);
}
