// One head over everything. // expect: one head over the whole width
Tensor MultiHead(Tensor q, Tensor k, Tensor v, long heads)
{
    return functional.scaled_dot_product_attention(q, k, v, is_casual: true);
}
