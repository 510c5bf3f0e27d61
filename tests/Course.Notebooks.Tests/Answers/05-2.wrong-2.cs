// The slopes of the last walk are left lying. // expect: The second walk piled up on the first
void WalkBack(List<Value> order)
{
    order[^1].Grad = 1;
    for (int k = order.Count - 1; k >= 0; k--)
        foreach (var (input, local) in order[k].Edges)
            input.Grad += order[k].Grad * local;
}
