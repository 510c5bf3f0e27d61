void Begin(Gpt net)
{
    foreach (var (name, weight) in net.named_parameters())
        if (weight.ndim == 2)
            init.normal_(weight, 0, 0.02);
        else if (name.EndsWith("bias"))
            init.zeros_(weight);
}
