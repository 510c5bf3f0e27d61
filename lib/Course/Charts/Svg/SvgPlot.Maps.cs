namespace Course;

internal sealed partial class SvgPlot
{
    private const double BarWidth = 14;

    /// <inheritdoc cref="SvgDocument.InBothLights"/>
    public void InBothLights(ColorScale scale, Action<ColorScale> draw) => _svg.InBothLights(scale, draw);

    /// <summary>A picture over a range of data, its top row at the high end of y.</summary>
    public void Image((double Low, double High) x, (double Low, double High) y, string uri, double opacity, bool smooth)
    {
        var (x1, x2, y1, y2) = (PixelX(x.Low), PixelX(x.High), PixelY(y.High), PixelY(y.Low));
        var flip = y1 > y2;
        var look = smooth ? "" : " style=\"image-rendering:pixelated\"";
        SvgMarkup turn = $" transform=\"matrix(1 0 0 -1 0 {y1 + y2})\"";
        _svg.Add($"<image x=\"{x1}\" y=\"{Math.Min(y1, y2)}\" width=\"{x2 - x1}\" height=\"{Math.Abs(y2 - y1)}\" preserveAspectRatio=\"none\" opacity=\"{opacity:0.##}\"{look}{(flip ? turn.ToString() : "")} href=\"{uri}\"/>");
    }

    /// <summary>Text in the middle of a cell.</summary>
    public void CellText(double x, double y, string text, string color) =>
        _svg.Text(PixelX(x), PixelY(y) + 4, text, FontSize, "middle", $"style=\"fill:{color}\"");

    private MapTrace? ScaledMap => _panel.Traces.OfType<MapTrace>().FirstOrDefault(t => t.BarTitle is not null);

    // Room for the strip, its numbers and its title.
    private double ColorBarRoom()
    {
        if (ScaledMap is not { } map)
        {
            return 0;
        }

        var widest = BarTicks(map).Select(t => SvgDocument.TextWidth(t.Text, FontSize)).DefaultIfEmpty(0).Max();
        return 12 + BarWidth + 6 + widest + (map.BarTitle!.Length > 0 ? 22 : 4);
    }

    private void DrawColorBar()
    {
        if (ScaledMap is not { } map)
        {
            return;
        }

        var x = _right + 12;
        InBothLights(map.Scale, scale =>
        {
            var strip = Png.DataUri(1, 64, (_, row) => scale.At(1 - (row / 63.0)));
            _svg.Add($"<image x=\"{x}\" y=\"{_top}\" width=\"{BarWidth}\" height=\"{_bottom - _top}\" preserveAspectRatio=\"none\" href=\"{strip}\"/>");
        });
        foreach (var (place, text) in BarTicks(map))
        {
            var y = _bottom - ((place - map.Ends.Low) / (map.Ends.High - map.Ends.Low) * (_bottom - _top));
            _svg.Text(x + BarWidth + 6, y + 4, text, FontSize);
        }

        var (titleX, middle) = (_panel.Width - 10.0, (_top + _bottom) / 2);
        SvgMarkup turn = $"transform=\"rotate(-90 {titleX} {middle})\"";
        _svg.Text(titleX, middle, map.BarTitle!, 13, "middle", turn.ToString());
    }

    private static IEnumerable<(double Place, string Text)> BarTicks(MapTrace map) =>
        Ticks.Of(new FittedAxis(new Axis { Log = map is ContourTrace { Log: true } }, map.Ends), 7);
}
