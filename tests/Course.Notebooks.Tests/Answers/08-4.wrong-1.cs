// Too many neurons. // expect: Fewer neurons
(Module<Tensor, Tensor> net, optim.Optimizer optimizer, int batch) Recipe()
{
    var net = Sequential(Linear(784, 256), ReLU(), Linear(256, 10)).to(device);
    return (net, optim.Adam(net.parameters(), lr: 0.001), 64);
}
