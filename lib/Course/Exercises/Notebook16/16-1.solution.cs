void Begin(Gpt model)
{
    foreach (var (name, weight) in model.named_parameters())
        if (weight.ndim == 2)
            init.normal_(weight, 0, 0.02);
        else if (name.EndsWith("bias"))
            init.zeros_(weight);
}
