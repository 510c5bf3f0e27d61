// The start of notebook 04, which ignores ReLU. // expect: make up for it
void Start(Tensor w)
{
    w.normal_(0, Math.Sqrt(1.0 / w.shape[1]));
}
