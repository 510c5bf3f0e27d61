// Takes a step after it. // expect: no optimiser, no step
void Accumulate(Module<Tensor, Tensor> net, Tensor x, Tensor y, int most)
{
    net.zero_grad();
    int n = (int)x.shape[0];
    for (int from = 0; from < n; from += most)
    {
        int to = Math.Min(from + most, n);
        Tensor loss = functional.cross_entropy(net.call(x[from..to]), y[from..to]);
        (loss * ((double)(to - from) / n)).backward();
    }
    optim.SGD(net.parameters(), 0.05).step();
}
