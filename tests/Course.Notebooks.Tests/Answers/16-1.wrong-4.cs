// All matrices are 0; the rest is as it was. // expect: weights are 0: the head's
void Begin(Gpt net)
{
    foreach (var (name, weight) in net.named_parameters())
        if (weight.ndim == 2)
            init.zeros_(weight);
}
