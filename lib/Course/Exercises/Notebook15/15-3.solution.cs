Tensor MultiHead(Tensor q, Tensor k, Tensor v, long heads)
{
    Tensor Cut(Tensor x) => x.reshape(x.shape[0], heads, -1).transpose(0, 1);   // (heads, T, d)

    Tensor seen = functional.scaled_dot_product_attention(
        Cut(q), Cut(k), Cut(v), is_casual: true);
    return seen.transpose(0, 1).reshape(q.shape);   // (T, heads, d) → (T, C)
}
