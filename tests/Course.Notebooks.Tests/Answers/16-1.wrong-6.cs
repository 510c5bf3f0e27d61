// The norms' weights are drawn, too. // expect: layer norms
void Begin(Gpt model)
{
    foreach (var (name, weight) in model.named_parameters())
        init.normal_(weight, 0, 0.02);
}
