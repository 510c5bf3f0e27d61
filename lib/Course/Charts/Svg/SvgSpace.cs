namespace Course;

/// <summary>Draws a surface as shaded patches, the farthest first, in the box of its axes.</summary>
internal sealed class SvgSpace
{
    private const int MostPatches = 36;

    // Where the eye stands, as in the interactive chart.
    public const double EyeX = 1.6;
    public const double EyeY = -1.6;
    public const double EyeZ = 1.1;
    public const double CenterZ = -0.15;

    private readonly SpacePanel _panel;
    private readonly SvgDocument _svg;
    private readonly double _scale;
    private readonly (double Low, double High) _ends;

    public SvgSpace(SpacePanel panel)
    {
        _panel = panel;
        _ends = panel.Ends;
        _svg = new SvgDocument(panel.Width, panel.Height);
        _scale = Math.Min(panel.Width, panel.Height) * 1.2;
    }

    public string ToSvg()
    {
        var y = 26.0;
        foreach (var line in SvgDocument.Wrap(_panel.Title, 16, _panel.Width - 32))
        {
            _svg.Text(_panel.Width / 2.0, y, line, 16, "middle", "font-weight=\"600\"");
            y += 20;
        }

        DrawBox();
        DrawSurface();
        DrawTrails();
        return _svg.ToString();
    }

    // The three walls behind the surface and the floor's edges in front, with numbers at both ends.
    private void DrawBox()
    {
        foreach (var (a, b) in new[]
        {
            ((0.0, 0.0, 0.0), (1.0, 0.0, 0.0)), ((1, 0, 0), (1, 1, 0)), ((0, 0, 0), (0, 1, 0)), ((0, 1, 0), (1, 1, 0)),
            ((0, 0, 0), (0, 0, 1)), ((0, 1, 0), (0, 1, 1)), ((1, 1, 0), (1, 1, 1)), ((0, 0, 1), (0, 1, 1)), ((0, 1, 1), (1, 1, 1)),
        })
        {
            var (p, q) = (Project(a.Item1, a.Item2, a.Item3), Project(b.Item1, b.Item2, b.Item3));
            _svg.Add($"<path class=\"s\" stroke-opacity=\".35\" d=\"M{p.X} {p.Y}L{q.X} {q.Y}\"/>");
        }

        Mark((_panel.X.Min(), _panel.X.Max()), _panel.TitleX, part => Project(part, -0.08, 0));
        Mark((_panel.Y.Min(), _panel.Y.Max()), _panel.TitleY, part => Project(1.08, part, 0));
        Mark(_ends, _panel.TitleZ, part => Project(-0.06, -0.06, part));
    }

    private void Mark((double Low, double High) range, string title, Func<double, (double X, double Y, double Depth)> place)
    {
        foreach (var (tick, text) in Ticks.Of(new FittedAxis(new Axis(), range), 4))
        {
            var at = place((tick - range.Low) / (range.High - range.Low));
            _svg.Text(at.X, at.Y + 4, text, 11, "middle");
        }

        var (middle, end) = (place(0.5), place(0));
        var center = Project(0.5, 0.5, 0.5);
        var (awayX, awayY) = (middle.X - center.X, middle.Y - center.Y);
        var length = Math.Max(1, Math.Sqrt((awayX * awayX) + (awayY * awayY)));
        var steep = Math.Abs(end.X - middle.X) < Math.Abs(end.Y - middle.Y);
        var (x, y) = (middle.X + (awayX / length * 40), middle.Y + (awayY / length * 34) + 4);
        SvgMarkup turn = $"transform=\"rotate(-90 {x} {y})\"";
        _svg.Text(x, y, title, 13, "middle", steep && Math.Abs(end.X - middle.X) < 10 ? turn.ToString() : "");
    }

    private void DrawSurface()
    {
        var (rows, columns) = (_panel.Z.GetLength(0), _panel.Z.GetLength(1));
        var (r, c) = (Sample(rows), Sample(columns));
        var patches = new List<(double Depth, string Markup)>();
        for (var i = 0; i + 1 < r.Length; i++)
        {
            for (var j = 0; j + 1 < c.Length; j++)
            {
                var corners = new[] { Corner(r[i], c[j]), Corner(r[i], c[j + 1]), Corner(r[i + 1], c[j + 1]), Corner(r[i + 1], c[j]) };
                if (corners.Any(p => !double.IsFinite(p.X + p.Y)))
                {
                    continue;
                }

                var height = (_panel.Z[r[i], c[j]] + _panel.Z[r[i + 1], c[j + 1]]) / 2;
                var color = ColorScale.Sequential.At((height - _ends.Low) / (_ends.High - _ends.Low));
                SvgMarkup patch = $"<path fill=\"{color.ToString()}\" stroke=\"#fff\" stroke-opacity=\".35\" stroke-width=\".5\" d=\"M{corners[0].X} {corners[0].Y}L{corners[1].X} {corners[1].Y}L{corners[2].X} {corners[2].Y}L{corners[3].X} {corners[3].Y}z\"/>";
                patches.Add((corners.Sum(p => p.Depth), patch.ToString()));
            }
        }

        foreach (var (_, markup) in patches.OrderByDescending(p => p.Depth))
        {
            _svg.Add($"{markup}");
        }
    }

    private void DrawTrails()
    {
        for (var i = 0; i < _panel.Trails.Count; i++)
        {
            var trail = _panel.Trails[i];
            var points = trail.X.Select((x, k) => Project(Part(x, _panel.X), Part(trail.Y[k], _panel.Y), PartZ(trail.Z[k]))).ToArray();
            var path = string.Concat(points.Select((p, k) =>
            {
                SvgMarkup step = $"{(k == 0 ? "M" : "L")}{p.X} {p.Y}";
                return step.ToString();
            }));
            var color = trail.Color(i);
            _svg.Add($"<path fill=\"none\" stroke=\"{color}\" stroke-width=\"2.5\" d=\"{path}\"/>");
            _svg.Add($"<path fill=\"{color}\" d=\"{SvgSymbol.Path("circle", points[^1].X, points[^1].Y, 5)}\"/>");
        }
    }

    private (double X, double Y, double Depth) Corner(int row, int column) =>
        Project(Part(_panel.X[column], _panel.X), Part(_panel.Y[row], _panel.Y), PartZ(_panel.Z[row, column]));

    private static double Part(double value, double[] places) => (value - places.Min()) / (places.Max() - places.Min());

    private double PartZ(double value) => (Math.Clamp(value, _ends.Low, _ends.High) - _ends.Low) / (_ends.High - _ends.Low);

    private static int[] Sample(int count)
    {
        var patches = Math.Min(count - 1, MostPatches);
        return [.. Enumerable.Range(0, patches + 1).Select(i => (int)Math.Round(i * (count - 1) / (double)patches))];
    }

    /// <summary>From the unit box to pixels, seen in perspective; depth grows away from the eye.</summary>
    private (double X, double Y, double Depth) Project(double x, double y, double z)
    {
        (x, y, z) = (x - 0.5, y - 0.5, z - 0.5 - CenterZ);
        var distance = Math.Sqrt((EyeX * EyeX) + (EyeY * EyeY) + (EyeZ * EyeZ));
        var flat = Math.Sqrt((EyeX * EyeX) + (EyeY * EyeY));
        var right = ((-EyeY * x) + (EyeX * y)) / flat;
        var toEye = ((EyeX * x) + (EyeY * y) + (EyeZ * z)) / distance;
        var up = ((-EyeX * EyeZ * x) - (EyeY * EyeZ * y) + (flat * flat * z)) / (flat * distance);
        var depth = distance - toEye;
        return ((_panel.Width / 2.0) + (right / depth * _scale), (_panel.Height / 2.0) - 4 - (up / depth * _scale), depth);
    }
}
