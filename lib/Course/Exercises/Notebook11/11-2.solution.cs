Tensor Penalty(Sequential net)
{
    Tensor[] sums = [.. net.parameters().Where(p => p.dim() == 2).Select(w => w.abs().sum())];
    return 0.0003 * stack(sums).sum();
}
