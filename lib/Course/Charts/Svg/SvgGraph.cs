namespace Course;

/// <summary>Draws a computation graph as SVG.</summary>
internal sealed class SvgGraph
{
    private const double Radius = 20;
    private const double Margin = 52;
    private const double TextSize = 14;
    private const double LineHeight = 16;
    private const double Bend = 26;
    private const int Samples = 24;
    private const string Halo = " stroke-width=\"4\" style=\"paint-order:stroke\"";

    private readonly GraphPanel _panel;
    private readonly SvgDocument _svg;
    private readonly double _columnWidth;
    private readonly double _rowHeight;
    private readonly double _middle;

    public SvgGraph(GraphPanel panel)
    {
        _panel = panel;
        _svg = new SvgDocument(panel.Width, panel.Height);
        _columnWidth = (panel.Width - (2 * Margin)) / Math.Max(panel.Layout.Columns - 1, 1);
        var top = 12 + (22 * SvgDocument.Wrap(panel.Title, LineHeight, panel.Width - 32).Count);
        _rowHeight = (panel.Height - top - 24) / Math.Max(panel.Layout.Rows, 1);
        _middle = top + ((panel.Height - top - 24) / 2) - 12;
    }

    /// <summary>Estimated width of a number beside a node or an arrow, in pixels.</summary>
    public static double TextWidth(string text) => SvgDocument.TextWidth(text, TextSize);

    public string ToSvg()
    {
        DrawTitle();
        var paths = _panel.Edges.Select((_, i) => PathOf(i)).ToArray();
        for (var i = 0; i < paths.Length; i++)
        {
            DrawArrow(paths[i], _panel.Edges[i].Active);
        }

        foreach (var node in _panel.Nodes)
        {
            DrawNode(node);
        }

        var places = LabelPlaces.Find(paths, [.. _panel.Nodes.Select(BoxOf)], WidestNumber() + 8, _panel.Edges.Any(edge => edge.Value.Length > 0) ? 2 : 1);
        for (var i = 0; i < paths.Length; i++)
        {
            DrawNumbers(places[i].X, places[i].Y - 5, _panel.Edges[i].Value, _panel.Edges[i].Gradient, 21);
        }

        DrawLegend();
        return _svg.ToString();
    }

    private void DrawTitle()
    {
        var y = 26.0;
        foreach (var line in SvgDocument.Wrap(_panel.Title, LineHeight, _panel.Width - 32))
        {
            _svg.Text(_panel.Width / 2.0, y, line, LineHeight, "middle", "font-weight=\"600\"");
            y += 22;
        }
    }

    private void DrawArrow(IReadOnlyList<(double X, double Y)> path, bool isActive)
    {
        var (tip, tail) = (path[^1], path[^2]);
        var (dx, dy) = Direction(tail, tip);
        var (baseX, baseY) = (tip.X - (9 * dx), tip.Y - (9 * dy));
        var line = string.Concat(path.SkipLast(1).Select((p, i) => ((SvgMarkup)$"{(i == 0 ? "M" : "L")}{p.X} {p.Y}").ToString()));
        var ink = isActive ? $"stroke=\"{Palette.Orange}\" stroke-width=\"3\"" : "class=\"s\" stroke-opacity=\".45\" stroke-width=\"1.5\"";
        var fill = isActive ? $"fill=\"{Palette.Orange}\"" : "class=\"i\" fill-opacity=\".6\"";
        _svg.Add($"<path fill=\"none\" {ink} d=\"{line}L{baseX} {baseY}\"/>");
        _svg.Add($"<path {fill} d=\"M{tip.X} {tip.Y}L{baseX - (4.5 * dy)} {baseY + (4.5 * dx)}L{baseX + (4.5 * dy)} {baseY - (4.5 * dx)}Z\"/>");
    }

    private double WidestNumber() => _panel.Edges.SelectMany(edge => new[] { edge.Value, edge.Gradient }).Select(TextWidth).DefaultIfEmpty(0).Max();

    // With the numbers beneath it.
    private LabelPlaces.Box BoxOf(GraphNode node)
    {
        var (x, y) = Pixel(_panel.Layout.Nodes[node.Id]);
        var half = Math.Max(HalfWidth(node), Math.Max(TextWidth(node.Value), TextWidth(node.Gradient)) / 2);
        var lines = (node.Value.Length > 0 ? 1 : 0) + (node.Gradient.Length > 0 ? 1 : 0);
        return new LabelPlaces.Box(x - half - 6, y - Radius, x + half + 6, y + Radius + (lines * LineHeight) + 4);
    }

    private void DrawNode(GraphNode node)
    {
        var (x, y) = Pixel(_panel.Layout.Nodes[node.Id]);
        var half = HalfWidth(node);
        var ink = node.Active ? $"stroke=\"{Palette.Orange}\" stroke-width=\"4\"" : "stroke-width=\"1.5\"";
        _svg.Add($"<rect class=\"p{(node.Active ? "" : " s")}\" {ink} x=\"{x - half}\" y=\"{y - Radius}\" width=\"{2 * half}\" height=\"{2 * Radius}\" rx=\"{Radius}\"/>");
        _svg.Text(x, y + 5, node.Label, TextSize, "middle", "font-weight=\"600\"");
        DrawNumbers(x, y + Radius + LineHeight, node.Value, node.Gradient, LineHeight);
    }

    // The paper's colour around the letters keeps them readable where an arrow passes behind.
    private void DrawNumbers(double x, double y, string value, string gradient, double lineHeight)
    {
        if (value.Length > 0)
        {
            _svg.Text(x, y, value, TextSize, "middle", "class=\"b h\"" + Halo);
            y += lineHeight;
        }

        if (gradient.Length > 0)
        {
            _svg.Text(x, y, gradient, TextSize, "middle", "class=\"v h\"" + Halo);
        }
    }

    private void DrawLegend()
    {
        var texts = _panel.Nodes.Select(node => (node.Value, node.Gradient)).Concat(_panel.Edges.Select(edge => (edge.Value, edge.Gradient))).ToArray();
        var y = _panel.Height - 10.0;
        if (texts.Any(text => text.Value.Length > 0))
        {
            _svg.Text(12, y, "value", TextSize, "start", "class=\"b\"");
        }

        if (texts.Any(text => text.Gradient.Length > 0))
        {
            _svg.Text(60, y, "slope", TextSize, "start", "class=\"v\"");
        }
    }

    // From the rim of one node to the rim of the other, in small straight steps.
    private IReadOnlyList<(double X, double Y)> PathOf(int edge)
    {
        var (from, to) = (_panel.Edges[edge].From, _panel.Edges[edge].To);
        List<(double X, double Y)> stops = [.. _panel.Layout.Routes[edge].Select(Pixel)];
        var twins = Enumerable.Range(0, _panel.Edges.Count).Where(i => (_panel.Edges[i].From, _panel.Edges[i].To) == (from, to)).ToArray();
        if (twins.Length > 1 && stops.Count == 2)
        {
            var side = Array.IndexOf(twins, edge) - ((twins.Length - 1) / 2.0);
            stops.Insert(1, ((stops[0].X + stops[1].X) / 2, ((stops[0].Y + stops[1].Y) / 2) + (2 * Bend * side)));
        }

        var path = Spline(stops);
        var (first, last) = (_panel.Nodes.First(node => node.Id == from), _panel.Nodes.First(node => node.Id == to));
        return [.. path.SkipWhile(p => IsInside(p, first, stops[0])).TakeWhile(p => !IsInside(p, last, stops[^1]))];
    }

    private static bool IsInside((double X, double Y) point, GraphNode node, (double X, double Y) center) =>
        Math.Abs(point.X - center.X) < HalfWidth(node) + 3 && Math.Abs(point.Y - center.Y) < Radius + 3;

    // Catmull and Rom's curve through the stops; with two stops it is the straight line.
    private static IEnumerable<(double X, double Y)> Spline(List<(double X, double Y)> stops)
    {
        for (var k = 0; k + 1 < stops.Count; k++)
        {
            var (before, start, end, after) = (stops[Math.Max(k - 1, 0)], stops[k], stops[k + 1], stops[Math.Min(k + 2, stops.Count - 1)]);
            for (var i = 0; i < Samples; i++)
            {
                var t = (double)i / Samples;
                yield return (Blend(before.X, start.X, end.X, after.X, t), Blend(before.Y, start.Y, end.Y, after.Y, t));
            }
        }

        yield return stops[^1];
    }

    private static double Blend(double before, double start, double end, double after, double t) =>
        0.5 * ((2 * start) + ((end - before) * t) + (((2 * before) - (5 * start) + (4 * end) - after) * t * t)
            + (((3 * start) - before - (3 * end) + after) * t * t * t));

    private static (double X, double Y) Direction((double X, double Y) from, (double X, double Y) to)
    {
        var length = Math.Max(1e-9, Math.Sqrt(((to.X - from.X) * (to.X - from.X)) + ((to.Y - from.Y) * (to.Y - from.Y))));
        return ((to.X - from.X) / length, (to.Y - from.Y) / length);
    }

    private static double HalfWidth(GraphNode node) => Math.Max(Radius, (TextWidth(node.Label) / 2) + 10);

    private (double X, double Y) Pixel(GraphLayout.Place place) =>
        (_panel.Layout.Columns == 1 ? _panel.Width / 2.0 : Margin + (place.Column * _columnWidth), _middle + (place.Row * _rowHeight));
}
