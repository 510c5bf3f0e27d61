// Slopes reach the teacher. // expect: teacher.detach()
Tensor Taught(Tensor logits, Tensor teacher, double T)
{
    return -((teacher / T).softmax(1) * (logits / T).log_softmax(1)).sum(1).mean() * T * T;
}
