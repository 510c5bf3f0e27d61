// Only the teacher is softened. // expect: The student's logits are to be divided
Tensor Taught(Tensor logits, Tensor teacher, double T)
{
    return -((teacher.detach() / T).softmax(1) * logits.log_softmax(1)).sum(1).mean() * T * T;
}
