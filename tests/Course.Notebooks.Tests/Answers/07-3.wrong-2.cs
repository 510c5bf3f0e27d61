// Shrinks every layer. // expect: they carry the signal
void Calm(Sequential net)
{
    using var quiet = no_grad();
    foreach (var p in net.parameters())
        p.mul_(0.1);
}
