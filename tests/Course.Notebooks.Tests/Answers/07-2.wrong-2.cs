// Counts the outputs. // expect: You counted the neurons of the layer
void Start(Tensor w)
{
    w.normal_(0, Math.Sqrt(2.0 / w.shape[0]));
}
