// The hidden scores are 0 instead of −∞. // expect: A score of 0 is not nothing
Tensor Masked(Tensor q, Tensor k, Tensor v)
{
    Tensor scores = q.matmul(k.mT) / Math.Sqrt(q.shape[^1]);
    return scores.tril().softmax(-1).matmul(v);
}
