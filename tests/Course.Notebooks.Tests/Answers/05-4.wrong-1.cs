// The function calls itself for each node. // expect: Keep a `Stack` of your own
List<T> LongOrder<T>(T root, Func<T, IEnumerable<T>> inputs)
{
    var order = new List<T>();
    var seen = new HashSet<T>();
    void Visit(T node)
    {
        if (!seen.Add(node))
            return;
        foreach (T input in inputs(node))
            Visit(input);
        order.Add(node);
    }
    Visit(root);
    return order;
}
