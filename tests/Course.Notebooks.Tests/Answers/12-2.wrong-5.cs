// The whole batch at once. // expect: Cut the batch into pieces
void Accumulate(Module<Tensor, Tensor> net, Tensor x, Tensor y, int most)
{
    net.zero_grad();
    functional.cross_entropy(net.call(x), y).backward();
}
