Tensor WithCache(Tensor q, Tensor k, Tensor v, List<Tensor> keys, List<Tensor> values)
{
    keys.Add(k);
    values.Add(v);
    Tensor weights = (stack(keys).matmul(q) / Math.Sqrt(q.shape[0])).softmax(-1);   // (t)
    return weights.matmul(stack(values));
}
