// Compares numbers. // expect: Equal numbers are no proof
bool SharesMemory(Tensor a, Tensor b) => a.numel() != b.numel() || (a.sum() == b.sum()).item<bool>();
