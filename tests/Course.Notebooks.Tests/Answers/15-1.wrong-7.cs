// √T in place of √d. // expect: divided by √T
Tensor Masked(Tensor q, Tensor k, Tensor v)
{
    Tensor scores = q.matmul(k.mT) / Math.Sqrt(q.shape[0]);
    Tensor later = ones(q.shape[0], q.shape[0], @bool).triu(1);
    return scores.masked_fill(later, double.NegativeInfinity).softmax(-1).matmul(v);
}
