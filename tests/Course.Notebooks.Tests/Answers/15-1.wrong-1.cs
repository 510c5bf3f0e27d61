// Nothing is hidden. // expect: every place still sees all places
Tensor Masked(Tensor q, Tensor k, Tensor v)
{
    return (q.matmul(k.mT) / Math.Sqrt(q.shape[^1])).softmax(-1).matmul(v);
}
