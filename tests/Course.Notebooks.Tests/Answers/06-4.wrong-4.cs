// Takes the 1 away again: not every digit comes back. // expect: left its traces
bool SharesMemory(Tensor a, Tensor b)
{
    Tensor before = b.clone();
    a.add_(1);
    bool moved = b.ne(before).any().item<bool>();
    a.sub_(1);
    return moved;
}
