// Every second number in place of a slice. // expect: in place of a slice
Tensor Heads(Tensor q, Tensor k, long heads)
{
    long places = q.shape[0];
    Tensor Cut(Tensor x) => x.reshape(places, -1, heads).permute(2, 0, 1);
    Tensor scores = Cut(q).matmul(Cut(k).mT) / Math.Sqrt(q.shape[1] / heads);
    return scores.masked_fill(ones(places, places, @bool).triu(1), double.NegativeInfinity).softmax(-1);
}
