// The mask comes after the softmax. // expect: the rows no longer add up to 1
Tensor Masked(Tensor q, Tensor k, Tensor v)
{
    Tensor weights = (q.matmul(k.mT) / Math.Sqrt(q.shape[^1])).softmax(-1);
    return weights.tril().matmul(v);
}
