void Calm(Sequential net)
{
    using var quiet = no_grad();
    Tensor last = net.parameters().Last(p => p.dim() == 2);
    last.mul_(0.1);
}
