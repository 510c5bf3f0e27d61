Tensor AttentionWeights(Tensor vectors, Tensor query, Tensor tokens)
{
    Tensor scores = vectors.matmul(query);                               // (B, T)
    return scores.masked_fill(tokens.eq(0), double.NegativeInfinity).softmax(1);
}
