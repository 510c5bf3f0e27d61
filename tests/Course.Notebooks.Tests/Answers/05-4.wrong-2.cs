// Nodes are listed as they are met, the root first. // expect: The order is back to front
List<T> LongOrder<T>(T root, Func<T, IEnumerable<T>> inputs)
{
    var order = new List<T>();
    var seen = new HashSet<T>();
    var stack = new Stack<T>([root]);
    while (stack.TryPop(out T node))
    {
        if (!seen.Add(node))
            continue;
        order.Add(node);
        foreach (T input in inputs(node))
            stack.Push(input);
    }
    return order;
}
