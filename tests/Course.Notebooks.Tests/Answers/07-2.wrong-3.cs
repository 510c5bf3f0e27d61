// Gives the variance where the deviation is wanted. // expect: take the root
void Start(Tensor w)
{
    w.normal_(0, 2.0 / w.shape[1]);
}
