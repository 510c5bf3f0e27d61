namespace Course;

/// <summary>Marching squares: where a field on a grid crosses a level.</summary>
internal static class Isolines
{
    /// <summary>Short strokes, each followed by a NaN gap. Cells with a value that is not finite have none.</summary>
    public static (double[] X, double[] Y) Of(double[,] z, double[] x, double[] y, double level)
    {
        var (lineX, lineY) = (new List<double>(), new List<double>());
        var crossings = new List<(double X, double Y)>(4);
        for (var r = 0; r + 1 < z.GetLength(0); r++)
        {
            for (var c = 0; c + 1 < z.GetLength(1); c++)
            {
                // Around the cell: every edge whose ends lie on two sides of the level is crossed once.
                crossings.Clear();
                Cross(crossings, x[c], y[r], z[r, c], x[c + 1], y[r], z[r, c + 1], level);
                Cross(crossings, x[c + 1], y[r], z[r, c + 1], x[c + 1], y[r + 1], z[r + 1, c + 1], level);
                Cross(crossings, x[c + 1], y[r + 1], z[r + 1, c + 1], x[c], y[r + 1], z[r + 1, c], level);
                Cross(crossings, x[c], y[r + 1], z[r + 1, c], x[c], y[r], z[r, c], level);
                for (var i = 0; i + 1 < crossings.Count; i += 2)
                {
                    lineX.AddRange([crossings[i].X, crossings[i + 1].X, double.NaN]);
                    lineY.AddRange([crossings[i].Y, crossings[i + 1].Y, double.NaN]);
                }
            }
        }

        return ([.. lineX], [.. lineY]);
    }

    private static void Cross(List<(double X, double Y)> found, double x1, double y1, double z1, double x2, double y2, double z2, double level)
    {
        if (z1 < level == z2 < level || !double.IsFinite(z1) || !double.IsFinite(z2))
        {
            return;
        }

        var part = (level - z1) / (z2 - z1);
        found.Add((x1 + ((x2 - x1) * part), y1 + ((y2 - y1) * part)));
    }
}
