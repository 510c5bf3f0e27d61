// A number without slopes. // expect: has no slopes
Tensor Penalty(Sequential net)
{
    double sum = net.parameters().Where(p => p.dim() == 2).Sum(w => w.abs().sum().item<float>());
    return tensor(0.0003 * sum);
}
