namespace Course;

/// <summary>One arrow of a computation graph, for <see cref="Chart.Graph"/>.</summary>
/// <param name="From">Id of the node at its tail.</param>
/// <param name="To">Id of the node at its head.</param>
/// <param name="Value">Stands on it, in blue; empty for none.</param>
/// <param name="Gradient">Stands beneath the value, in orange; empty for none.</param>
/// <param name="Active">Drawn bold.</param>
public sealed record GraphEdge(string From, string To, string Value = "", string Gradient = "", bool Active = false);
