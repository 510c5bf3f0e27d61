namespace Course;

public static partial class Chart
{
    /// <summary>A computation graph, drawn from left to right: every node stands to the right of those that it was made from.</summary>
    /// <param name="nodes">In each column they keep this order where the arrows allow.</param>
    /// <param name="edges">Two arrows may join the same two nodes, as in a + a.</param>
    /// <exception cref="ArgumentException">An id occurs twice, an arrow names an unknown id, or the arrows form a cycle.</exception>
    public static Figure Graph(IEnumerable<GraphNode> nodes, IEnumerable<GraphEdge> edges)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        ArgumentNullException.ThrowIfNull(edges);
        return new Figure(GraphPanel.Of([.. nodes], [.. edges]));
    }
}
