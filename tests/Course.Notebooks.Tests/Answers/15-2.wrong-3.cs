// The softmax runs down the columns. // expect: each *row* has to add up to 1
Tensor Heads(Tensor q, Tensor k, long heads)
{
    long places = q.shape[0];
    Tensor Cut(Tensor x) => x.reshape(places, heads, -1).transpose(0, 1);
    Tensor scores = Cut(q).matmul(Cut(k).mT) / Math.Sqrt(q.shape[1] / heads);
    return scores.masked_fill(ones(places, places, @bool).triu(1), double.NegativeInfinity).softmax(-2);
}
