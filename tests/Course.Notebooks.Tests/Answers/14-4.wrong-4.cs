// The softmax along the wrong axis. // expect: each *text* has to add up to 1
Tensor AttentionWeights(Tensor vectors, Tensor query, Tensor tokens)
{
    return vectors.matmul(query)
        .masked_fill(tokens.eq(0), double.NegativeInfinity).softmax(0);
}
