namespace Course;

/// <summary>Builds pictures of how a model divides a plane.</summary>
internal static class RegionsFigure
{
    private const double Opacity = 0.4;

    // Beyond this part of all scores, the colour is full: one far corner must not wash out the rest.
    private const double FullColor = 0.75;

    public static Figure OfScore(double[,] z, double[] x, double[] y, IReadOnlyList<double[]> points, IReadOnlyList<int> labels)
    {
        var sizes = ColorRange.Flat(z).Where(double.IsFinite).Select(Math.Abs).Order().ToArray();
        var full = sizes.Length > 0 ? Math.Max(sizes[(int)((sizes.Length - 1) * FullColor)], 1e-12) : 1;
        var (lineX, lineY) = Isolines.Of(z, x, y, 0);
        var panel = Ground(z, x, y, ColorScale.TwoClasses, (-full, full), smooth: true)
            .Add(new XYTrace { X = lineX, Y = lineY, Lines = true, Ink = Palette.Ink });
        var classes = labels.Distinct().Order().ToArray();
        return AddPoints(panel, points, labels, classes, [.. classes.Select(c => Numbers.Text((double)c))]);
    }

    public static Figure OfClass(double[,] z, double[] x, double[] y, IReadOnlyList<double[]> points, IReadOnlyList<int> labels, IReadOnlyList<string>? names)
    {
        var count = Math.Max(names?.Count ?? 0, 1 + (int)ColorRange.Flat(z).Concat(labels.Select(l => (double)l)).Max());
        var classes = Enumerable.Range(0, count).ToArray();
        var panel = Ground(z, x, y, ColorScale.Classes(count), (-0.5, count - 0.5));
        return AddPoints(panel, points, labels, classes, names ?? [.. classes.Select(c => Numbers.Text((double)c))]);
    }

    private static PlotPanel Ground(double[,] z, double[] x, double[] y, ColorScale scale, (double, double) range, bool smooth = false) => new PlotPanel
    {
        X = new Axis { Range = (x[0], x[^1]) },
        Y = new Axis { Range = (y[0], y[^1]) },
    }.Add(new HeatMapTrace { Z = z, X = x, Y = y, Scale = scale, Range = range, BarTitle = null, Opacity = Opacity, Smooth = smooth });

    private static Figure AddPoints(PlotPanel panel, IReadOnlyList<double[]> points, IReadOnlyList<int> labels, int[] classes, IReadOnlyList<string> names)
    {
        if (points.Count != labels.Count)
        {
            throw new ArgumentException($"Chart.DecisionRegions: {points.Count} points but {labels.Count} labels");
        }

        // Every class takes its place, so that points and ground have the same colour.
        for (var k = 0; k < classes.Length; k++)
        {
            var members = Enumerable.Range(0, points.Count).Where(i => labels[i] == classes[k]).Select(i => points[i]).ToArray();
            panel = panel.Add(new XYTrace { X = [.. members.Select(p => p[0])], Y = [.. members.Select(p => p[1])], Markers = true, Rim = true, Label = names[k] });
        }

        return new Figure(panel);
    }
}
