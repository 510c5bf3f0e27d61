// The new token is added too late to see itself. // expect: The new token does not see itself
Tensor WithCache(Tensor q, Tensor k, Tensor v, List<Tensor> keys, List<Tensor> values)
{
    bool isFirst = keys.Count == 0;
    Tensor seen = isFirst ? v
        : (stack(keys).matmul(q) / Math.Sqrt(q.shape[0])).softmax(-1).matmul(stack(values));
    keys.Add(k);
    values.Add(v);
    return seen;
}
