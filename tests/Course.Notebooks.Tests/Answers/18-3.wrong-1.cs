// T² is missing. // expect: T² is missing
Tensor Taught(Tensor logits, Tensor teacher, double T)
{
    return -((teacher.detach() / T).softmax(1) * (logits / T).log_softmax(1)).sum(1).mean();
}
