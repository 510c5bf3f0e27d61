namespace Course;

/// <summary>Draws a plot as SVG: title, legend, axes, then each layer inside the plot area.</summary>
internal sealed partial class SvgPlot
{
    private const double FontSize = 12;
    private const double TitleSize = 16;
    private const double LineHeight = 20;
    private const double NameLine = 14;

    private readonly PlotPanel _panel;
    private readonly SvgDocument _svg;
    private double _left;
    private double _right;
    private double _top;
    private double _bottom;

    public SvgPlot(PlotPanel panel, FittedAxis x, FittedAxis y)
    {
        _panel = panel;
        _svg = new SvgDocument(panel.Width, panel.Height);
        (X, Y) = (x, y);
    }

    public FittedAxis X { get; }

    public FittedAxis Y { get; }

    public string ToSvg()
    {
        _left = 12 + LeftLabels();
        _right = _panel.Width - 16 - ColorBarRoom();
        _top = 12;
        DrawTitle();
        DrawLegend();
        _bottom = _panel.Height - (X.Axis.Hidden ? 12 : X.Axis.Title.Length > 0 ? 46 : 28) - ((NameRows - 1) * NameLine);
        if (_panel.HasEqualUnits)
        {
            MakeUnitsEqual();
        }

        DrawAxes();
        DrawColorBar();
        _svg.Add($"<svg x=\"{_left}\" y=\"{_top}\" width=\"{_right - _left}\" height=\"{_bottom - _top}\" viewBox=\"{_left} {_top} {_right - _left} {_bottom - _top}\" overflow=\"hidden\">");
        foreach (var trace in _panel.Traces)
        {
            trace.Draw(this);
        }

        _svg.Add($"</svg>");
        return _svg.ToString();
    }

    /// <summary>Pixel of a data value; NaN where it has no place.</summary>
    public double PixelX(double value) => Along(X, value, _left, _right);

    /// <inheritdoc cref="PixelX"/>
    public double PixelY(double value) => Along(Y, value, _bottom, _top);

    private static double Along(FittedAxis axis, double value, double from, double to)
    {
        var place = axis.Place(value);
        return axis.Axis.Reversed ? to - (place * (to - from)) : from + (place * (to - from));
    }

    private double LeftLabels()
    {
        if (Y.Axis.Hidden)
        {
            return 0;
        }

        var widest = Ticks.Of(Y, 8).Select(t => SvgDocument.TextWidth(t.Text, FontSize)).DefaultIfEmpty(0).Max();
        return widest + 8 + (Y.Axis.Title.Length > 0 ? 22 : 0);
    }

    private void DrawTitle()
    {
        foreach (var line in SvgDocument.Wrap(_panel.Title, TitleSize, _panel.Width - 32))
        {
            _svg.Text(_panel.Width / 2.0, _top + 14, line, TitleSize, "middle", "font-weight=\"600\"");
            _top += LineHeight;
        }

        _top += _panel.Title.Length > 0 ? 8 : 0;
    }

    private void DrawLegend()
    {
        var entries = _panel.Traces.Where(t => t.Label is not null).ToArray();
        if (entries.Length == 0)
        {
            return;
        }

        var x = _left;
        foreach (var trace in entries)
        {
            var width = 30 + SvgDocument.TextWidth(trace.Label!, FontSize) + 22;
            if (x > _left && x + width > _panel.Width)
            {
                (x, _top) = (_left, _top + LineHeight);
            }

            trace.DrawKey(this, x, _top + 6);
            _svg.Text(x + 30, _top + 10, trace.Label!, FontSize);
            x += width;
        }

        _top += LineHeight + 4;
    }

    // The side with room to spare gives it up, at both ends.
    private void MakeUnitsEqual()
    {
        var (spanX, spanY) = (X.Range.High - X.Range.Low, Y.Range.High - Y.Range.Low);
        var unit = Math.Min((_right - _left) / spanX, (_bottom - _top) / spanY);
        var (spareX, spareY) = ((_right - _left - (unit * spanX)) / 2, (_bottom - _top - (unit * spanY)) / 2);
        (_left, _right, _top, _bottom) = (_left + spareX, _right - spareX, _top + spareY, _bottom - spareY);
    }

    private void DrawAxes()
    {
        if (!X.Axis.Hidden)
        {
            DrawXAxis();
        }

        if (!Y.Axis.Hidden)
        {
            DrawYAxis();
        }
    }

    // Names that are too long to stand side by side stand by turns in two rows.
    private int NameRows => X.Axis.Categories is { } names && names.Count * LabelRoom > _right - _left ? 2 : 1;

    private double LabelRoom => (X.Axis.Categories ?? Ticks.Of(X, 6).Select(t => t.Text)).Select(text => SvgDocument.TextWidth(text, FontSize)).DefaultIfEmpty(20).Max() + 14;

    private void DrawXAxis()
    {
        var most = (int)(NameRows * (_right - _left) / LabelRoom);
        foreach (var (i, place, text) in Ticks.Of(X, Math.Clamp(most, 2, X.Axis.Categories is null ? 8 : 100)).Select((mark, i) => (i, mark.Place, mark.Text)))
        {
            var x = Pixel(X, place, _left, _right);
            _svg.Add($"<path class=\"g\" d=\"M{x} {_top}V{_bottom}\"/>");
            _svg.Text(x, _bottom + 16 + (i % NameRows * NameLine), text, FontSize, "middle");
        }

        _svg.Add($"<path class=\"s\" stroke-opacity=\".5\" d=\"M{_left} {_bottom}H{_right}\"/>");
        _svg.Text((_left + _right) / 2, _panel.Height - 10, X.Axis.Title, 13, "middle");
    }

    private void DrawYAxis()
    {
        foreach (var (place, text) in Ticks.Of(Y, Y.Axis.Categories is null ? 7 : (int)((_bottom - _top) / 14)))
        {
            var y = Pixel(Y, place, _bottom, _top);
            _svg.Add($"<path class=\"g\" d=\"M{_left} {y}H{_right}\"/>");
            _svg.Text(_left - 6, y + 4, text, FontSize, "end");
        }

        _svg.Add($"<path class=\"s\" stroke-opacity=\".5\" d=\"M{_left} {_top}V{_bottom}\"/>");
        var middle = (_top + _bottom) / 2;
        SvgMarkup turn = $"transform=\"rotate(-90 16 {middle})\"";
        _svg.Text(16, middle, Y.Axis.Title, 13, "middle", turn.ToString());
    }

    private static double Pixel(FittedAxis axis, double place, double from, double to)
    {
        var part = (place - axis.Range.Low) / (axis.Range.High - axis.Range.Low);
        return axis.Axis.Reversed ? to - (part * (to - from)) : from + (part * (to - from));
    }
}
