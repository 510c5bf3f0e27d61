// An even draw whose bound is the wanted deviation. // expect: widen it by √3
void Start(Tensor w)
{
    double bound = Math.Sqrt(2.0 / w.shape[1]);
    w.uniform_(-bound, bound);
}
