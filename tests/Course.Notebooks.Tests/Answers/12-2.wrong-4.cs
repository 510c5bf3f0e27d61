// Leaves the old slopes in. // expect: earlier batch
void Accumulate(Module<Tensor, Tensor> net, Tensor x, Tensor y, int most)
{
    int n = (int)x.shape[0];
    for (int from = 0; from < n; from += most)
    {
        int to = Math.Min(from + most, n);
        Tensor loss = functional.cross_entropy(net.call(x[from..to]), y[from..to]);
        (loss * ((double)(to - from) / n)).backward();
    }
}
