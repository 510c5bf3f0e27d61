// No head. // expect: give them to `head`
Tensor MeanLogits(Embedding table, Linear head, Tensor tokens)
{
    Tensor mask = tokens.ne(0).to(float32).unsqueeze(2);
    return (table.call(tokens) * mask).sum(1) / mask.sum(1);
}
