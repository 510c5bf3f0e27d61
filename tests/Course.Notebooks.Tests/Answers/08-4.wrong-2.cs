// The optimiser holds another network. // expect: Little more than guessing
(Module<Tensor, Tensor> net, optim.Optimizer optimizer, int batch) Recipe()
{
    manual_seed(1);
    var net = Sequential(Linear(784, 128), ReLU(), Linear(128, 10)).to(device);
    var other = Sequential(Linear(784, 128), ReLU(), Linear(128, 10)).to(device);
    return (net, optim.Adam(other.parameters(), lr: 0.001), 64);
}
