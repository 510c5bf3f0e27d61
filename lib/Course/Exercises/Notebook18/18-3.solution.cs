Tensor Taught(Tensor logits, Tensor teacher, double T)
{
    Tensor soft = (teacher.detach() / T).softmax(1);
    Tensor log = (logits / T).log_softmax(1);
    return -(soft * log).sum(1).mean() * T * T;
}
