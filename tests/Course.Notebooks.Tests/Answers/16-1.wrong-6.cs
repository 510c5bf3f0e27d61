// The norms' weights are drawn, too. // expect: layer norms
void Begin(Gpt net)
{
    foreach (var (name, weight) in net.named_parameters())
        init.normal_(weight, 0, 0.02);
}
