// No mask. // expect: Padding gets weight as well
Tensor AttentionWeights(Tensor vectors, Tensor query, Tensor tokens)
{
    return vectors.matmul(query).softmax(1);
}
