// Far too much of it. // expect: less of it
Tensor Penalty(Sequential net)
{
    Tensor[] sums = [.. net.parameters().Where(p => p.dim() == 2).Select(w => w.abs().sum())];
    return 0.05 * stack(sums).sum();
}
