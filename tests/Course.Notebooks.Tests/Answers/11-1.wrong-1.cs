// Nothing makes up for what falls. // expect: Scale it up
Tensor Drop(Tensor a, double p, bool training)
{
    if (!training) return a;
    return a * (rand_like(a) >= p);
}
