// The same, turned round at the end: a node may still stand before an input that it shares. // expect: stands before one of its inputs
List<T> LongOrder<T>(T root, Func<T, IEnumerable<T>> inputs)
{
    var order = new List<T>();
    var seen = new HashSet<T>();
    var queue = new Queue<T>([root]);
    while (queue.TryDequeue(out T node))
    {
        if (!seen.Add(node))
            continue;
        order.Add(node);
        foreach (T input in inputs(node))
            queue.Enqueue(input);
    }
    order.Reverse();
    return order;
}
