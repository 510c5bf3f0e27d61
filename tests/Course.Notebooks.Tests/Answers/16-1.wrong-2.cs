// The spread is 1. // expect: the spread of the weights is far too large
void Begin(Gpt net)
{
    foreach (var (name, weight) in net.named_parameters())
        if (weight.ndim == 2)
            init.normal_(weight, 0, 1);
}
