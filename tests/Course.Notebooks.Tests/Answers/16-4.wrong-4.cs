// One query under a causal mask. // expect: a causal mask leaves only the first key
Tensor WithCache(Tensor q, Tensor k, Tensor v, List<Tensor> keys, List<Tensor> values)
{
    keys.Add(k);
    values.Add(v);
    Tensor Batch(Tensor x) => x.reshape(1, 1, -1, q.shape[0]);
    return functional.scaled_dot_product_attention(
        Batch(q), Batch(stack(keys)), Batch(stack(values)), is_casual: true).flatten();
}
