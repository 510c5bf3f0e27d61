// The wrong side falls. // expect: the share that stays
Tensor Drop(Tensor a, double p, bool training)
{
    if (!training || p == 0) return a;
    return a * (rand_like(a) < p) / (1 - p);
}
