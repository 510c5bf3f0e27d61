namespace Course;

/// <summary>One node of a computation graph, for <see cref="Chart.Graph"/>.</summary>
/// <param name="Id">Name by which edges refer to it; not shown.</param>
/// <param name="Label">Stands inside: a variable such as <c>h1</c>, or an operator such as <c>×</c>.</param>
/// <param name="Value">Stands beneath, in blue; empty for none.</param>
/// <param name="Gradient">Stands beneath the value, in orange; empty for none.</param>
/// <param name="Active">Drawn bold.</param>
public sealed record GraphNode(string Id, string Label, string Value = "", string Gradient = "", bool Active = false);
