using System.Xml.Linq;

namespace Course.Tests.Charts;

public sealed class GraphTests
{
    // e = d · c with c = a · b and d = c + a: c and a have two users each.
    private static readonly string[] Ids = ["a", "b", "c", "d", "e"];
    private static readonly (string From, string To)[] Arrows =
        [("a", "c"), ("b", "c"), ("c", "d"), ("a", "d"), ("d", "e"), ("c", "e")];

    [Fact]
    public void Layout_SharedNodes_StandAfterAllThatTheyAreMadeFrom()
    {
        var layout = GraphLayout.Of(Ids, Arrows);

        Assert.All(Arrows, arrow => Assert.True(layout.Nodes[arrow.From].Column < layout.Nodes[arrow.To].Column));
        Assert.Equal(4, layout.Columns);
    }

    [Fact]
    public void Layout_ArrowPastAColumn_HasAPlaceThatNoNodeHas()
    {
        var layout = GraphLayout.Of(Ids, Arrows);
        var places = layout.Nodes.Values.Concat(layout.Routes.SelectMany(route => route)).Distinct().Select(place => (place.Column, place.Row)).ToArray();

        Assert.Equal(3, layout.Routes[3].Count);
        Assert.Equal(places.Length, places.Distinct().Count());
    }

    [Fact]
    public void Layout_LateSource_StandsBesideItsUser()
    {
        var layout = GraphLayout.Of(["a", "b", "c", "late"], [("a", "b"), ("b", "c"), ("late", "c")]);

        Assert.Equal(1, layout.Nodes["late"].Column);
    }

    [Fact]
    public void Graph_ValuesAndActiveNodes_MoveNothing()
    {
        var plain = Places(Chart.Graph(Nodes(), Edges()));
        var busy = Places(Chart.Graph(Nodes("1", "2", true), Edges()));

        Assert.Equal(plain, busy);
    }

    [Fact]
    public void Graph_NumberUsedTwice_DrawsTwoArrows()
    {
        var svg = Svg(Chart.Graph([new("a", "a"), new("s", "+")], [new("a", "s"), new("a", "s")]));

        var lines = svg.Descendants().Where(e => e.Name.LocalName == "path" && (string?)e.Attribute("fill") == "none").Select(e => (string?)e.Attribute("d")).ToArray();
        Assert.Equal(2, lines.Distinct().Count());
    }

    [Theory]
    [InlineData("0.5", "")]
    [InlineData("w1 0.15", "0.00500")]
    public void Graph_TwoLayersOfTwo_NoNumberCoversAnother(string value, string gradient)
    {
        string[] ids = ["x1", "x2", "h1", "h2", "o1", "o2"];
        (string, string)[] wires = [("x1", "h1"), ("x1", "h2"), ("x2", "h1"), ("x2", "h2"), ("h1", "o1"), ("h1", "o2"), ("h2", "o1"), ("h2", "o2")];
        var svg = Svg(Chart.Graph(ids.Select(id => new GraphNode(id, id, "0.593", "δ 0.1385")), wires.Select(wire => new GraphEdge(wire.Item1, wire.Item2, value, gradient))).Size(520, 440));

        var boxes = svg.Descendants().Where(e => e.Name.LocalName == "text").Select(BoxOf).ToArray();
        Assert.All(Enumerable.Range(0, boxes.Length), i => Assert.DoesNotContain(boxes[(i + 1)..], other => boxes[i].Overlap(other) > 1));
    }

    [Fact]
    public void Graph_LabelWithMarkup_IsEscaped()
    {
        var svg = Svg(Chart.Graph([new("a", "<b>&", "x < y")], []).Title("a & b"));

        Assert.Contains("<b>&", svg.Descendants().Select(e => e.Value));
    }

    [Fact]
    public void Graph_Alternative_SaysNodesArrowsAndNumbers()
    {
        var text = Chart.Graph([new("a", "a", "2", "4"), new("s", "+")], [new("a", "s", Gradient: "1")]).Title("a + a").ToString();

        Assert.Equal("a + a. Nodes: a 2, slope 4; +. Arrows: a to +, slope 1.", text);
    }

    [Theory]
    [InlineData("x x", "", "two nodes have the id \"x\"")]
    [InlineData("x", "x>y", "\"y\"")]
    [InlineData("x y", "x>y y>x", "cycle")]
    [InlineData("x", "x>x", "cycle")]
    [InlineData("", "", "no nodes")]
    public void Graph_ImpossibleInput_SaysWhy(string nodes, string arrows, string words)
    {
        var edges = arrows.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(arrow => new GraphEdge($"{arrow[0]}", $"{arrow[2]}"));

        var error = Assert.Throws<ArgumentException>(
            () => Chart.Graph(nodes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => new GraphNode(id, id)), edges));

        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }

    // Of the letters, which reach from 11 pixels above the line to 2 below it.
    private static LabelPlaces.Box BoxOf(XElement text)
    {
        var (x, y, half) = ((double)text.Attribute("x")!, (double)text.Attribute("y")!, SvgGraph.TextWidth(text.Value) / 2);
        var left = (string?)text.Attribute("text-anchor") == "middle" ? x - half : x;
        return new LabelPlaces.Box(left, y - 11, left + (2 * half), y + 2);
    }

    private static IEnumerable<GraphNode> Nodes(string value = "", string gradient = "", bool active = false) =>
        Ids.Select(id => new GraphNode(id, id, value, gradient, active));

    private static IEnumerable<GraphEdge> Edges() => Arrows.Select(arrow => new GraphEdge(arrow.From, arrow.To));

    private static XDocument Svg(Figure figure) => XDocument.Parse(figure.Frames[0][0].ToSvg());

    private static string[] Places(Figure figure) =>
    [
        .. Svg(figure).Descendants().Where(e => e.Name.LocalName == "rect" && e.Attribute("x") is not null)
            .Select(e => $"{e.Attribute("x")!.Value} {e.Attribute("y")!.Value}"),
    ];
}
