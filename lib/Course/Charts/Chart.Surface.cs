namespace Course;

public static partial class Chart
{
    /// <summary>A surface in space, to be turned with the mouse.</summary>
    /// <param name="f">Height at (x, y).</param>
    /// <param name="xs">Two or more places along x, ascending.</param>
    /// <param name="ys">Two or more places along y, ascending.</param>
    /// <exception cref="ArgumentException">An axis with fewer than two places.</exception>
    public static Figure Surface(Func<double, double, double> f, IReadOnlyList<double> xs, IReadOnlyList<double> ys)
    {
        ArgumentNullException.ThrowIfNull(f);
        ArgumentNullException.ThrowIfNull(xs);
        ArgumentNullException.ThrowIfNull(ys);
        var z = new double[ys.Count, xs.Count];
        for (var row = 0; row < ys.Count; row++)
        {
            for (var column = 0; column < xs.Count; column++)
            {
                z[row, column] = f(xs[column], ys[row]);
            }
        }

        return Surface(z, xs, ys);
    }

    /// <summary>A surface in space, to be turned with the mouse.</summary>
    /// <param name="z">Heights, (rows along y, columns along x); NaN leaves a hole.</param>
    /// <param name="xs">One place for each column, ascending.</param>
    /// <param name="ys">One place for each row, ascending.</param>
    /// <exception cref="ArgumentException">Sizes differ, or are below two; the message shows both.</exception>
    public static Figure Surface(double[,] z, IReadOnlyList<double> xs, IReadOnlyList<double> ys)
    {
        ArgumentNullException.ThrowIfNull(z);
        ArgumentNullException.ThrowIfNull(xs);
        ArgumentNullException.ThrowIfNull(ys);
        if (z.GetLength(0) != ys.Count || z.GetLength(1) != xs.Count || xs.Count < 2 || ys.Count < 2)
        {
            throw new ArgumentException(
                $"Chart.Surface: z is ({z.GetLength(0)}, {z.GetLength(1)}) with {ys.Count} ys and {xs.Count} xs; it has a row for each y and a column for each x, two or more of both");
        }

        return new Figure(new SurfacePanel { Z = z, X = [.. xs], Y = [.. ys] });
    }
}
