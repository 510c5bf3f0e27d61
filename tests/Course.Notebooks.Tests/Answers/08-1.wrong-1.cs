// Does not correct the first steps. // expect: too small at first
void AdamStep(Tensor w, Tensor g, Tensor m, Tensor v, int t, double lr)
{
    m.mul_(0.9).add_(0.1 * g);
    v.mul_(0.999).add_(0.001 * g * g);
    w.sub_(lr * m / (v.sqrt() + 1e-8));
}
