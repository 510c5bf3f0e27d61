// Teacher and student swapped. // expect: swapped
Tensor Taught(Tensor logits, Tensor teacher, double T)
{
    return -((logits / T).softmax(1) * (teacher.detach() / T).log_softmax(1)).sum(1).mean() * T * T;
}
