// Not turned back before the reshape. // expect: were not turned back
Tensor MultiHead(Tensor q, Tensor k, Tensor v, long heads)
{
    Tensor Cut(Tensor x) => x.reshape(x.shape[0], heads, -1).transpose(0, 1);
    return functional.scaled_dot_product_attention(Cut(q), Cut(k), Cut(v), is_casual: true).reshape(q.shape);
}
