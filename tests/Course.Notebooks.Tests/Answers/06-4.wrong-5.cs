// Looks at the first number alone. // expect: not its first only
bool SharesMemory(Tensor a, Tensor b)
{
    Tensor kept = a.clone();
    float before = b.flatten()[0].item<float>();
    a.add_(1);
    bool moved = b.flatten()[0].item<float>() != before;
    a.copy_(kept);
    return moved;
}
