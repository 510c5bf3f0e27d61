// Only the head is 0. // expect: weights are 0: the head's
void Begin(Gpt net)
{
    foreach (var (name, weight) in net.named_parameters())
        if (name.Contains("head"))
            init.zeros_(weight);
        else if (weight.ndim == 2)
            init.normal_(weight, 0, 0.02);
}
