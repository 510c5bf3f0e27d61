// q and k exchanged. // expect: `q` and `k` have changed places
Tensor Masked(Tensor q, Tensor k, Tensor v)
{
    Tensor scores = k.matmul(q.mT) / Math.Sqrt(q.shape[^1]);
    Tensor later = ones(q.shape[0], q.shape[0], @bool).triu(1);
    return scores.masked_fill(later, double.NegativeInfinity).softmax(-1).matmul(v);
}
