List<T> LongOrder<T>(T root, Func<T, IEnumerable<T>> inputs)
{
    var order = new List<T>();
    var seen = new HashSet<T>();
    var stack = new Stack<(T Node, bool Leaving)>([(root, false)]);
    while (stack.TryPop(out var top))
    {
        if (top.Leaving)
            order.Add(top.Node);
        else if (seen.Add(top.Node))
        {
            stack.Push((top.Node, true));
            foreach (T input in inputs(top.Node))
                stack.Push((input, false));
        }
    }
    return order;
}
