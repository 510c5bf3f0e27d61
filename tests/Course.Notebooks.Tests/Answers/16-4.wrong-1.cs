// The lists are never filled. // expect: The lists are still empty
Tensor WithCache(Tensor q, Tensor k, Tensor v, List<Tensor> keys, List<Tensor> values)
{
    Tensor allKeys = stack([.. keys, k]), allValues = stack([.. values, v.clone()]);
    return (allKeys.matmul(q) / Math.Sqrt(q.shape[0])).softmax(-1).matmul(allValues);
}
