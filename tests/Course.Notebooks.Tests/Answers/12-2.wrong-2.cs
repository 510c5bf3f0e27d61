// Every piece counts alike, the small last one as well. // expect: the last one has fewer images
void Accumulate(Module<Tensor, Tensor> net, Tensor x, Tensor y, int most)
{
    net.zero_grad();
    int n = (int)x.shape[0], pieces = (n + most - 1) / most;
    for (int from = 0; from < n; from += most)
    {
        int to = Math.Min(from + most, n);
        Tensor loss = functional.cross_entropy(net.call(x[from..to]), y[from..to]);
        (loss / pieces).backward();
    }
}
