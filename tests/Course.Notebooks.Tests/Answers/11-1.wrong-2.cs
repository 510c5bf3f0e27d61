// Drops also when it is not training. // expect: Outside training nothing falls
Tensor Drop(Tensor a, double p, bool training)
{
    return a * (rand_like(a) >= p) / (1 - p);
}
