// Names a new tensor w; the old one stays. // expect: Fill `w` in place
void Start(Tensor w)
{
    w = randn(w.shape) * Math.Sqrt(2.0 / w.shape[1]);
}
