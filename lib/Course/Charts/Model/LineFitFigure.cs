namespace Course;

/// <summary>Builds the figure with two sliders over a line.</summary>
internal static class LineFitFigure
{
    // Fine enough to come near the best line by hand.
    private const int Steps = 200;

    public static Figure Of(double[] x, double[] y, (double Low, double High) w, (double Low, double High) b)
    {
        if (x.Length != y.Length || x.Length == 0)
        {
            throw new ArgumentException($"Chart.LineFit: {Numbers.Text(x.Length)} x and {Numbers.Text(y.Length)} y; give as many of each, at least one");
        }

        if (!x.Concat(y).All(double.IsFinite) || !(w.Low < w.High) || !(b.Low < b.High))
        {
            throw new ArgumentException("Chart.LineFit: points must be finite, and each range must run from low to high");
        }

        // Start a quarter of the way: the best line is more often in the middle, and finding it is the game.
        var (slopes, intercepts) = (Positions(w), Positions(b));
        var (startW, startB) = (Steps / 4, Steps * 3 / 4);
        var panel = new PlotPanel().Add(new XYTrace { X = x, Y = y, Markers = true });
        var ends = panel.FitAxes().X.Range;
        var fit = new LineFit(x, y, slopes, intercepts, ends);
        return new Figure(Draw(fit, slopes[startW], intercepts[startB]))
        {
            Fit = fit,
            Controls =
            [
                new Control("w", [.. slopes.Select(v => Numbers.Text(v))], startW),
                new Control("b", [.. intercepts.Select(v => Numbers.Text(v))], startB),
            ],
        };
    }

    /// <summary>Layers in the order which the page's script counts on: misses, points, line.</summary>
    private static PlotPanel Draw(LineFit fit, double w, double b)
    {
        var sticksX = fit.X.SelectMany(x => new[] { x, x, double.NaN });
        var sticksY = fit.X.SelectMany((x, i) => new[] { fit.Y[i], (w * x) + b, double.NaN });
        var points = new PlotPanel().Add(new XYTrace { X = fit.X, Y = fit.Y, Markers = true });
        var (x, y) = points.FitAxes();
        double[] ends = [fit.Ends.Low, fit.Ends.High];
        return new PlotPanel
        {
            X = new Axis { Range = x.Range },
            Y = new Axis { Range = y.Range },
            Traces =
            [
                new XYTrace { X = [.. sticksX], Y = [.. sticksY], Lines = true, Meaning = Meaning.Miss, Width = 1, Label = "misses" },
                new XYTrace { X = fit.X, Y = fit.Y, Markers = true, Meaning = Meaning.Data },
                new XYTrace { X = ends, Y = [.. ends.Select(e => (w * e) + b)], Lines = true, Meaning = Meaning.Model, Width = 3, Label = "ŷ = w x + b" },
            ],
        };
    }

    private static double[] Positions((double Low, double High) range) =>
        [.. Enumerable.Range(0, Steps + 1).Select(i => Math.Round(range.Low + ((range.High - range.Low) * i / Steps), 12))];
}
