using System.Text.Json.Nodes;

namespace Course;

/// <summary>A computation graph. It has no axes and needs no Plotly: the SVG is all there is.</summary>
internal sealed record GraphPanel : Panel
{
    private const int LeastWidth = 360;

    private GraphPanel(IReadOnlyList<GraphNode> nodes, IReadOnlyList<GraphEdge> edges, GraphLayout layout) =>
        (Nodes, Edges, Layout) = (nodes, edges, layout);

    public IReadOnlyList<GraphNode> Nodes { get; }

    public IReadOnlyList<GraphEdge> Edges { get; }

    public GraphLayout Layout { get; }

    /// <summary>Finds places for the nodes, and a size at which they have room.</summary>
    public static GraphPanel Of(IReadOnlyList<GraphNode> nodes, IReadOnlyList<GraphEdge> edges)
    {
        var layout = GraphLayout.Of([.. nodes.Select(node => node.Id)], [.. edges.Select(edge => (edge.From, edge.To))]);
        var widest = edges.SelectMany(edge => new[] { edge.Value, edge.Gradient }).Select(SvgGraph.TextWidth).DefaultIfEmpty(0).Max();
        var hasTwoLines = edges.Any(edge => edge.Value.Length > 0 && edge.Gradient.Length > 0);
        return new GraphPanel(nodes, edges, layout)
        {
            Width = Math.Max(LeastWidth, (int)((layout.Columns - 1) * (118 + widest)) + 110),
            Height = 64 + ((hasTwoLines ? 164 : 104) * layout.Rows),
        };
    }

    public override JsonObject? ToPlotly() => null;

    public override string ToSvg() => new SvgGraph(this).ToSvg();

    protected override string Describe()
    {
        var names = Nodes.ToDictionary(node => node.Id, node => node.Label, StringComparer.Ordinal);
        var nodes = Nodes.Select(node => Said(node.Label, node.Value, node.Gradient));
        var edges = Edges.Select(edge => Said($"{names[edge.From]} to {names[edge.To]}", edge.Value, edge.Gradient));
        return $"{(Title.Length > 0 ? Title + ". " : "")}Nodes: {string.Join("; ", nodes)}. Arrows: {string.Join("; ", edges)}.";
    }

    private static string Said(string name, string value, string gradient) =>
        name + (value.Length > 0 ? " " + value : "") + (gradient.Length > 0 ? ", slope " + gradient : "");
}
