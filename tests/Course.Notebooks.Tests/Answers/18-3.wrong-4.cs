// A mean over everything. // expect: Sum over the classes
Tensor Taught(Tensor logits, Tensor teacher, double T)
{
    return -((teacher.detach() / T).softmax(1) * (logits / T).log_softmax(1)).mean() * T * T;
}
