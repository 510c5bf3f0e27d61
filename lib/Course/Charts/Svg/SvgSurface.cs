using System.Globalization;

namespace Course;

/// <summary>Draws a surface as SVG: the box it stands in, then its patches from the back to the front.</summary>
internal sealed class SvgSurface
{
    // Enough to show the shape; a finer grid is thinned, since each patch is an element.
    private const int MostPatches = 32;
    private const double Elevation = 0.5; // radians above the horizon
    private const double Margin = 48;

    private readonly SurfacePanel _panel;
    private readonly SvgDocument _svg;
    private readonly (double Low, double High) _heights;
    private readonly double _top;

    public SvgSurface(SurfacePanel panel)
    {
        _panel = panel;
        _svg = new SvgDocument(panel.Width, panel.Height);
        _heights = panel.Heights;
        _top = panel.Title.Length > 0 ? 36 : 12;
    }

    public string ToSvg()
    {
        _svg.Text(_panel.Width / 2.0, 26, _panel.Title, 16, "middle", "font-weight=\"600\"");
        DrawBox();
        foreach (var (row, column) in PatchesBackToFront())
        {
            DrawPatch(row, column);
        }

        DrawAxisText();
        return _svg.ToString();
    }

    // Corners are 0 or 1 along each axis; the three that meet far below are drawn behind the surface.
    private void DrawBox()
    {
        foreach (var (from, to) in (((double, double, double), (double, double, double))[])
            [((0, 0, 0), (0, 1, 0)), ((0, 1, 0), (1, 1, 0)), ((0, 1, 0), (0, 1, 1)), ((0, 0, 0), (1, 0, 0)), ((1, 0, 0), (1, 1, 0)), ((0, 0, 0), (0, 0, 1))])
        {
            var (a, b) = (Place(from.Item1, from.Item2, from.Item3), Place(to.Item1, to.Item2, to.Item3));
            _svg.Add($"<path class=\"s\" stroke-opacity=\".4\" d=\"M{a.X} {a.Y}L{b.X} {b.Y}\"/>");
        }
    }

    private IEnumerable<(int[] Row, int[] Column)> PatchesBackToFront()
    {
        var (rows, columns) = (Thin(_panel.Y.Length), Thin(_panel.X.Length));
        return rows.Zip(rows.Skip(1))
            .SelectMany(row => columns.Zip(columns.Skip(1)), (row, column) => (Row: new[] { row.First, row.Second }, Column: new[] { column.First, column.Second }))
            .OrderByDescending(patch => Along(_panel.Y, patch.Row[0]) - Along(_panel.X, patch.Column[0])); // far is large y, small x
    }

    private void DrawPatch(int[] row, int[] column)
    {
        (int R, int C)[] corners = [(row[0], column[0]), (row[0], column[1]), (row[1], column[1]), (row[1], column[0])];
        if (corners.Any(corner => !double.IsFinite(_panel.Z[corner.R, corner.C])))
        {
            return;
        }

        var heights = corners.Select(corner => (_panel.Z[corner.R, corner.C] - _heights.Low) / (_heights.High - _heights.Low)).ToArray();
        var places = corners.Select((corner, i) => Place(Along(_panel.X, corner.C), Along(_panel.Y, corner.R), heights[i])).ToArray();
        var color = Color(heights.Average());
        _svg.Add($"<path fill=\"{color}\" stroke=\"{color}\" stroke-width=\"1\" d=\"M{places[0].X} {places[0].Y}L{places[1].X} {places[1].Y}L{places[2].X} {places[2].Y}L{places[3].X} {places[3].Y}Z\"/>");
    }

    private void DrawAxisText()
    {
        var (x, y, z) = (Place(0.5, 0, 0), Place(1, 0.5, 0), Place(0, 0, 0.5));
        Label(x.X - 20, x.Y + 34, _panel.XTitle, "end");
        Label(y.X + 20, y.Y + 34, _panel.YTitle, "start");
        Label(z.X - 8, z.Y, _panel.ZTitle, "end");
        Ends(Place(0, 0, 0), Place(1, 0, 0), _panel.X[0], _panel.X[^1], (-14, 14), (-14, 16), "end");
        Ends(Place(1, 0, 0), Place(1, 1, 0), _panel.Y[0], _panel.Y[^1], (14, 16), (10, 14), "start");
    }

    private void Ends((double X, double Y) from, (double X, double Y) to, double low, double high, (double X, double Y) offLow, (double X, double Y) offHigh, string anchor)
    {
        _svg.Text(from.X + offLow.X, from.Y + offLow.Y, Numbers.Text(low, 3), 12, anchor);
        _svg.Text(to.X + offHigh.X, to.Y + offHigh.Y, Numbers.Text(high, 3), 12, anchor);
    }

    private void Label(double x, double y, string text, string anchor) => _svg.Text(x, y, text, 13, anchor);

    // A parallel projection of the unit cube, seen from large x and small y, a little from above.
    private (double X, double Y) Place(double x, double y, double z)
    {
        var across = (x + y - 1) / Math.Sqrt(2);
        var away = (y - x) / Math.Sqrt(2);
        var up = ((z - 0.5) * Math.Cos(Elevation)) + (away * Math.Sin(Elevation));
        var scale = Math.Min((_panel.Width - (2 * Margin)) / Math.Sqrt(2), (_panel.Height - _top - Margin) / 1.56);
        return ((_panel.Width / 2.0) + (across * scale), ((_top + _panel.Height - 26) / 2.0) - (up * scale));
    }

    private static double Along(double[] axis, int index) => (axis[index] - axis[0]) / (axis[^1] - axis[0]);

    private static int[] Thin(int count)
    {
        var step = Math.Max(1, (int)Math.Ceiling((count - 1.0) / MostPatches));
        return [.. Enumerable.Range(0, ((count - 1) / step) + 1).Select(i => i * step).Append(count - 1).Distinct()];
    }

    private static string Color(double height)
    {
        var place = height * (SurfacePanel.Ramp.Count - 1);
        var index = Math.Clamp((int)place, 0, SurfacePanel.Ramp.Count - 2);
        var (low, high) = (SurfacePanel.Ramp[index], SurfacePanel.Ramp[index + 1]);
        return "#" + string.Concat(Enumerable.Range(0, 3).Select(channel => Mix(low, high, channel, place - index)));
    }

    private static string Mix(string low, string high, int channel, double part)
    {
        int Value(string color) => int.Parse(color.AsSpan(1 + (2 * channel), 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return ((int)Math.Round(Value(low) + (part * (Value(high) - Value(low))))).ToString("x2", CultureInfo.InvariantCulture);
    }
}
