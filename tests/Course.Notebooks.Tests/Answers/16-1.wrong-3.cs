// All weights are 0: ln V to the last digit, and nothing to learn with. // expect: It hardly learns
void Begin(Gpt model)
{
    foreach (var (name, weight) in model.named_parameters())
        init.zeros_(weight);
}
