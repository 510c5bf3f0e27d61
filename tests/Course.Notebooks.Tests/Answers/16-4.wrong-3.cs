// The scores are not divided. // expect: not divided by √d
Tensor WithCache(Tensor q, Tensor k, Tensor v, List<Tensor> keys, List<Tensor> values)
{
    keys.Add(k);
    values.Add(v);
    return stack(keys).matmul(q).softmax(-1).matmul(stack(values));
}
