// A softmax at the end. // expect: ends in a softmax
(Module<Tensor, Tensor> net, optim.Optimizer optimizer, int batch) Recipe()
{
    var net = Sequential(Linear(784, 128), ReLU(), Linear(128, 10), Softmax(1)).to(device);
    return (net, optim.SGD(net.parameters(), 0.1), 64);
}
