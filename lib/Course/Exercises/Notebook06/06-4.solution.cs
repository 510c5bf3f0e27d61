bool SharesMemory(Tensor a, Tensor b)
{
    Tensor kept = a.clone(), before = b.clone();
    a.add_(1);
    bool moved = b.ne(before).any().item<bool>();
    a.copy_(kept);
    return moved;
}
