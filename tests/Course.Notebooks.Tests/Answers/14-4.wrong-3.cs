// Hidden scores of 0. // expect: A score of 0 is not nothing
Tensor AttentionWeights(Tensor vectors, Tensor query, Tensor tokens)
{
    return vectors.matmul(query).masked_fill(tokens.eq(0), 0).softmax(1);
}
