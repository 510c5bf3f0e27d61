using System.Text;

namespace Course;

internal sealed partial class SvgPlot
{
    // A picture 640 pixels wide shows no more; the interactive chart has every point.
    private const int MostMarkers = 1500;
    private const int ManyMarkers = 60;
    private const int MostVertices = 1200;
    private const double Unseen = 0.15; // pixels

    /// <summary>A line with a gap at every point that has no place.</summary>
    public void Line(double[] x, double[] y, string color, string dash, double width = 2)
    {
        var path = new StringBuilder();
        var piece = new List<(double X, double Y)>();
        for (var i = 0; i <= x.Length; i++)
        {
            var (px, py) = i < x.Length ? (PixelX(x[i]), PixelY(y[i])) : (double.NaN, double.NaN);
            if (Drawable(px, py))
            {
                piece.Add((px, py));
                continue;
            }

            AppendPiece(path, piece);
            piece.Clear();
        }

        _svg.Add($"<path fill=\"none\"{Stroke(color)} stroke-width=\"{width}\" stroke-linejoin=\"round\"{DashArray(dash)} d=\"{path.ToString()}\"/>");
    }

    /// <summary>A mark for every point that has a place.</summary>
    public void Markers(double[] x, double[] y, string color, string symbol, double size, double opacity, bool rim)
    {
        var path = new StringBuilder();
        var digits = x.Length > ManyMarkers ? 0 : 1; // in a crowd nobody sees a third of a pixel
        foreach (var i in Thin(x.Length, MostMarkers))
        {
            var (px, py) = (PixelX(x[i]), PixelY(y[i]));
            if (Drawable(px, py))
            {
                path.Append(SvgSymbol.Path(symbol, Math.Round(px, digits), Math.Round(py, digits), size / 2));
            }
        }

        var edge = rim ? " class=\"h\"" : "";
        _svg.Add($"<path fill=\"{color}\" fill-opacity=\"{opacity:0.##}\"{edge} d=\"{path.ToString()}\"/>");
    }

    /// <summary>Words at a place of the data.</summary>
    public void Note(double x, double y, string words)
    {
        var (px, py) = (PixelX(x), PixelY(y));
        if (Drawable(px, py))
        {
            _svg.Text(px, py - 6, words, FontSize, "middle");
        }
    }

    /// <summary>A bar from the axis' foot, or from zero, to the value; its sides in axis units.</summary>
    public void Bar(double left, double right, double value, string color, double opacity = 1)
    {
        var foot = Y.Axis.Log ? _bottom : Math.Clamp(PixelY(0), _top, _bottom);
        var top = PixelY(value);
        if (!double.IsFinite(top))
        {
            return;
        }

        var (x1, x2) = (Pixel(X, left, _left, _right), Pixel(X, right, _left, _right));
        _svg.Add($"<rect x=\"{x1}\" y=\"{Math.Min(top, foot)}\" width=\"{x2 - x1}\" height=\"{Math.Abs(foot - top)}\" fill=\"{color}\" fill-opacity=\"{opacity:0.##}\"/>");
    }

    /// <summary>The area inside a closed outline, with its rim.</summary>
    public void Area(double[] x, double[] y, string color, double opacity)
    {
        var path = new StringBuilder();
        for (var i = 0; i < x.Length; i++)
        {
            SvgMarkup step = $"{(i == 0 ? "M" : "L")}{PixelX(x[i])} {PixelY(y[i])}";
            path.Append(step.ToString());
        }

        _svg.Add($"<path fill=\"{color}\" fill-opacity=\"{opacity:0.##}\"{Stroke(color)} d=\"{path.ToString()}Z\"/>");
    }

    /// <summary>A vertical error bar with caps; x in axis units.</summary>
    public void ErrorBar(double x, double low, double high)
    {
        var (px, y1, y2) = (Pixel(X, x, _left, _right), PixelY(low), PixelY(high));
        if (Drawable(y1, y2))
        {
            _svg.Add($"<path class=\"s\" fill=\"none\" stroke-width=\"1.5\" d=\"M{px - 4} {y1}h8m-4 0V{y2}m-4 0h8\"/>");
        }
    }

    /// <summary>A box from the first to the third of five numbers with whiskers to the outer two; x and width in axis units.</summary>
    public void Box(double x, double halfWidth, double[] five, double[] outliers, string color)
    {
        var (x1, x2, middle) = (Pixel(X, x - halfWidth, _left, _right), Pixel(X, x + halfWidth, _left, _right), Pixel(X, x, _left, _right));
        var y = five.Select(PixelY).ToArray();
        _svg.Add($"<g fill=\"none\" stroke=\"{color}\" stroke-width=\"2\"><rect x=\"{x1}\" y=\"{y[3]}\" width=\"{x2 - x1}\" height=\"{y[1] - y[3]}\" fill=\"{color}\" fill-opacity=\".5\"/>");
        _svg.Add($"<path d=\"M{x1} {y[2]}H{x2}M{middle} {y[1]}V{y[0]}m-8 0h16M{middle} {y[3]}V{y[4]}m-8 0h16\"/></g>");
        foreach (var outlier in outliers)
        {
            _svg.Add($"<path fill=\"{color}\" d=\"{SvgSymbol.Path("circle", middle, PixelY(outlier), 3)}\"/>");
        }
    }

    /// <summary>The n-th of how many groups of bars that share the axis.</summary>
    public (int Place, int Count) PlaceAmongBars(BarTrace bar)
    {
        var bars = _panel.Traces.OfType<BarTrace>().ToList();
        return (bars.FindIndex(b => ReferenceEquals(b, bar)), bars.Count);
    }

    /// <summary>In the legend: a short line, or one mark.</summary>
    public void LineKey(double x, double y, string color, string dash) =>
        _svg.Add($"<path{Stroke(color)} stroke-width=\"2.5\"{DashArray(dash)} d=\"M{x} {y}h24\"/>");

    /// <inheritdoc cref="LineKey"/>
    public void MarkerKey(double x, double y, string color, string symbol) =>
        _svg.Add($"<path fill=\"{color}\" d=\"{SvgSymbol.Path(symbol, x + 12, y, 5)}\"/>");

    private static string Stroke(string color) => color switch
    {
        Palette.Ink => " class=\"s\"",
        Palette.Paper => " class=\"h\"",
        _ => $" stroke=\"{color}\"",
    };

    private static string DashArray(string dash) => dash switch
    {
        "dash" => " stroke-dasharray=\"8 5\"",
        "dot" => " stroke-dasharray=\"2 4\"",
        "dashdot" => " stroke-dasharray=\"8 4 2 4\"",
        _ => "",
    };

    // Far outside, a coordinate only makes the file long, and renderers stumble over huge ones.
    private bool Drawable(double x, double y) =>
        double.IsFinite(x) && double.IsFinite(y) && Math.Abs(x) < 10 * _panel.Width && Math.Abs(y) < 10 * _panel.Height;

    private static void AppendPiece(StringBuilder path, List<(double X, double Y)> piece)
    {
        if (piece.Count == 0)
        {
            return;
        }

        var seen = Polyline.Simplified(piece, Unseen);
        var letter = "M";
        foreach (var i in Thin(seen.Count, MostVertices))
        {
            SvgMarkup step = $"{letter}{seen[i].X} {seen[i].Y}";
            path.Append(step.ToString());
            letter = "L";
        }
    }

    private static IEnumerable<int> Thin(int count, int most)
    {
        var step = Math.Max(1.0, (count - 1) / (double)(most - 1));
        for (var i = 0; i < Math.Min(count, most); i++)
        {
            yield return (int)Math.Round(i * step);
        }
    }
}
