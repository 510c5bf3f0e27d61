Tensor MeanLogits(Embedding table, Linear head, Tensor tokens)
{
    Tensor vectors = table.call(tokens);                                 // (B, T, C)
    Tensor mask = tokens.ne(0).to(vectors.dtype).unsqueeze(2);           // (B, T, 1)
    return head.call((vectors * mask).sum(1) / mask.sum(1));             // (B, K)
}
