Tensor Heads(Tensor q, Tensor k, long heads)
{
    long places = q.shape[0];
    Tensor Cut(Tensor x) => x.reshape(places, heads, -1).transpose(0, 1);   // (heads, T, d)

    Tensor scores = Cut(q).matmul(Cut(k).mT) / Math.Sqrt(q.shape[1] / heads);
    Tensor later = ones(places, places, @bool).triu(1);
    return scores.masked_fill(later, double.NegativeInfinity).softmax(-1);
}
