// Writes to the first number only. // expect: Was it to *all* of `a`
bool SharesMemory(Tensor a, Tensor b)
{
    Tensor before = b.clone();
    a[0, 0] += 1;
    bool moved = b.ne(before).any().item<bool>();
    a[0, 0] -= 1;
    return moved;
}
