// Reshaped without turning: each head gets whole tokens. // expect: Reshape to (T, heads, d)
Tensor Heads(Tensor q, Tensor k, long heads)
{
    long places = q.shape[0];
    Tensor Cut(Tensor x) => x.reshape(heads, places, -1);
    Tensor scores = Cut(q).matmul(Cut(k).mT) / Math.Sqrt(q.shape[1] / heads);
    return scores.masked_fill(ones(places, places, @bool).triu(1), double.NegativeInfinity).softmax(-1);
}
