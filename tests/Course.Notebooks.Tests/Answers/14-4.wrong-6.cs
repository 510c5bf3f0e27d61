// Hides padding behind a score that is only small. // expect: only small still gets some weight
Tensor AttentionWeights(Tensor vectors, Tensor query, Tensor tokens)
{
    return vectors.matmul(query).masked_fill(tokens.eq(0), -10).softmax(1);
}
