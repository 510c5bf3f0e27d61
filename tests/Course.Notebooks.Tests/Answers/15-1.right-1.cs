// Masks after the softmax, and lets the rows add up to 1 again.
Tensor Masked(Tensor q, Tensor k, Tensor v)
{
    Tensor weights = (q.matmul(k.mT) / Math.Sqrt(q.shape[^1])).softmax(-1).tril();
    return (weights / weights.sum(-1, keepdim: true)).matmul(v);
}
