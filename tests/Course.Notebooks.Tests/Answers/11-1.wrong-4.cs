// The older kind: makes up for it outside training. // expect: the other kind of dropout
Tensor Drop(Tensor a, double p, bool training)
{
    if (!training) return a * (1 - p);
    return a * (rand_like(a) >= p);
}
