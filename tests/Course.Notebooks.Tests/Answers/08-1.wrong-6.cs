// Squares the caller's slopes in place. // expect: It changed `g` in place
void AdamStep(Tensor w, Tensor g, Tensor m, Tensor v, int t, double lr)
{
    m.mul_(0.9).add_(0.1 * g);
    v.mul_(0.999).add_(0.001 * g.mul_(g));
    Tensor mHat = m / (1 - Math.Pow(0.9, t)), vHat = v / (1 - Math.Pow(0.999, t));
    w.sub_(lr * mHat / (vHat.sqrt() + 1e-8));
}
