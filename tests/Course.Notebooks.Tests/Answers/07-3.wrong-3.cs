// Multiplies into a new tensor and drops it. // expect: change the weights in place
void Calm(Sequential net)
{
    using var quiet = no_grad();
    Tensor last = net.parameters().Last(p => p.dim() == 2);
    last = last * 0.1;
}
