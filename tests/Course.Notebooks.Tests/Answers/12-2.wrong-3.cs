// Clears the slopes before each piece. // expect: Only the last piece is left
void Accumulate(Module<Tensor, Tensor> net, Tensor x, Tensor y, int most)
{
    int n = (int)x.shape[0];
    for (int from = 0; from < n; from += most)
    {
        net.zero_grad();
        int to = Math.Min(from + most, n);
        Tensor loss = functional.cross_entropy(net.call(x[from..to]), y[from..to]);
        (loss * ((double)(to - from) / n)).backward();
    }
}
