// Adds the slopes of the pieces as they are. // expect: multiply it by its share
void Accumulate(Module<Tensor, Tensor> net, Tensor x, Tensor y, int most)
{
    net.zero_grad();
    int n = (int)x.shape[0];
    for (int from = 0; from < n; from += most)
    {
        int to = Math.Min(from + most, n);
        functional.cross_entropy(net.call(x[from..to]), y[from..to]).backward();
    }
}
