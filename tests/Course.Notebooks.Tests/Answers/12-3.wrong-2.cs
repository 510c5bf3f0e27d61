// Every worker counts alike. // expect: different numbers of images
void Average(Module<Tensor, Tensor>[] nets, int[] images)
{
    using var quiet = no_grad();
    var parts = nets.Select(net => net.parameters().ToArray()).ToArray();
    for (int j = 0; j < parts[0].Length; j++)
    {
        Tensor mean = zeros_like(parts[0][j]);
        foreach (var own in parts)
            mean = mean + own[j].grad / nets.Length;
        foreach (var own in parts)
            own[j].grad.copy_(mean);
    }
}
