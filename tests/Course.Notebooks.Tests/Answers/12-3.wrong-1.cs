// The sum. // expect: needs the mean
void Average(Module<Tensor, Tensor>[] nets, int[] images)
{
    using var quiet = no_grad();
    var parts = nets.Select(net => net.parameters().ToArray()).ToArray();
    for (int j = 0; j < parts[0].Length; j++)
    {
        Tensor sum = zeros_like(parts[0][j]);
        foreach (var own in parts)
            sum = sum + own[j].grad;
        foreach (var own in parts)
            own[j].grad.copy_(sum);
    }
}
