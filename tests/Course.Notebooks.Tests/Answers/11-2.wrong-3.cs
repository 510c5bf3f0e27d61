// Too little of it. // expect: more of it
Tensor Penalty(Sequential net)
{
    Tensor[] sums = [.. net.parameters().Where(p => p.dim() == 2).Select(w => w.abs().sum())];
    return 0.00001 * stack(sums).sum();
}
