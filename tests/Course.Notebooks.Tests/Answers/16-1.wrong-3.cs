// All weights are 0: ln V to the last digit, and nothing to learn with. // expect: weights are 0: the head's
void Begin(Gpt net)
{
    foreach (var (name, weight) in net.named_parameters())
        init.zeros_(weight);
}
