Tensor Drop(Tensor a, double p, bool training)
{
    if (!training) return a;
    return a * (rand_like(a) >= p) / (1 - p);
}
