// Changes what it was given. // expect: in place
Tensor Drop(Tensor a, double p, bool training)
{
    if (!training) return a;
    using var quiet = no_grad();
    return a.mul_((rand_like(a) >= p).to(a.dtype)).div_(1 - p);
}
