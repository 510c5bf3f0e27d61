// Leaves its traces. // expect: put back what you changed
bool SharesMemory(Tensor a, Tensor b)
{
    Tensor before = b.clone();
    a.add_(1);
    return b.ne(before).any().item<bool>();
}
