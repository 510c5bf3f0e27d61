// The mask is applied, but the division counts padding. // expect: divided by T
Tensor MeanLogits(Embedding table, Linear head, Tensor tokens)
{
    Tensor vectors = table.call(tokens);
    Tensor mask = tokens.ne(0).to(float32).unsqueeze(2);
    return head.call((vectors * mask).mean([1]));
}
