// The softmax runs down the columns. // expect: runs down the columns
Tensor Masked(Tensor q, Tensor k, Tensor v)
{
    Tensor scores = q.matmul(k.mT) / Math.Sqrt(q.shape[^1]);
    Tensor later = ones(q.shape[0], q.shape[0], @bool).triu(1);
    return scores.masked_fill(later, double.NegativeInfinity).softmax(0).matmul(v);
}
