// Masks after the softmax. // expect: The mask comes after the softmax
Tensor AttentionWeights(Tensor vectors, Tensor query, Tensor tokens)
{
    return vectors.matmul(query).softmax(1) * tokens.ne(0).to(vectors.dtype);
}
