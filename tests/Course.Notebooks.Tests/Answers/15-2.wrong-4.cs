// The mask comes after the softmax. // expect: comes after the softmax
Tensor Heads(Tensor q, Tensor k, long heads)
{
    long places = q.shape[0];
    Tensor Cut(Tensor x) => x.reshape(places, heads, -1).transpose(0, 1);
    return (Cut(q).matmul(Cut(k).mT) / Math.Sqrt(q.shape[1] / heads)).softmax(-1).tril();
}
