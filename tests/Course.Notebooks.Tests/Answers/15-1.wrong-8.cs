// The next place is still seen. // expect: still sees the one after it
Tensor Masked(Tensor q, Tensor k, Tensor v)
{
    Tensor scores = q.matmul(k.mT) / Math.Sqrt(q.shape[^1]);
    Tensor later = ones(q.shape[0], q.shape[0], @bool).triu(2);
    return scores.masked_fill(later, double.NegativeInfinity).softmax(-1).matmul(v);
}
