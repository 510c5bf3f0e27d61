// Only worker 0 gets the mean. // expect: Only the first worker
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
        parts[0][j].grad.copy_(mean);
    }
}
