// Divides as notebook 15 will. // expect: Nothing is divided here
Tensor AttentionWeights(Tensor vectors, Tensor query, Tensor tokens)
{
    return (vectors.matmul(query) / Math.Sqrt(query.shape[0]))
        .masked_fill(tokens.eq(0), double.NegativeInfinity).softmax(1);
}
