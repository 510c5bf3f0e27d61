void Average(Module<Tensor, Tensor>[] nets, int[] images)
{
    using var quiet = no_grad();
    var parts = nets.Select(net => net.parameters().ToArray()).ToArray();
    double all = images.Sum();
    for (int j = 0; j < parts[0].Length; j++)
    {
        Tensor mean = zeros_like(parts[0][j]);
        for (int k = 0; k < nets.Length; k++)
            mean = mean + parts[k][j].grad * (images[k] / all);
        foreach (var own in parts)
            own[j].grad.copy_(mean);
    }
}
