void WalkBack(List<Value> order)
{
    foreach (var v in order)
        v.Grad = 0;
    order[^1].Grad = 1;
    for (int k = order.Count - 1; k >= 0; k--)
        foreach (var (input, local) in order[k].Edges)
            input.Grad += order[k].Grad * local;
}
