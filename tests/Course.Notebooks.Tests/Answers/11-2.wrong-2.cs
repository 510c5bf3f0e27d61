// Squares: L2. // expect: the penalty of L2
Tensor Penalty(Sequential net)
{
    Tensor[] sums = [.. net.parameters().Where(p => p.dim() == 2).Select(w => w.square().sum())];
    return 0.0003 * stack(sums).sum();
}
