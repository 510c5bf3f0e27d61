// The logarithm of a softmax, in two steps: minus infinity for large logits. // expect: log_softmax(1)
Tensor Taught(Tensor logits, Tensor teacher, double T)
{
    return -((teacher.detach() / T).softmax(1) * (logits / T).softmax(1).log()).sum(1).mean() * T * T;
}
