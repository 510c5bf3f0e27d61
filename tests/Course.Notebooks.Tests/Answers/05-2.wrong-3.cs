// The walk goes from front to back. // expect: start from the last node
void WalkBack(List<Value> order)
{
    foreach (var v in order)
        v.Grad = 0;
    foreach (var v in order)
        foreach (var (input, local) in v.Edges)
            input.Grad += v.Grad * local;
    order[^1].Grad = 1;
}
