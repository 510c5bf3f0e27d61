namespace Course;

/// <summary>Even grids of points and of values.</summary>
internal static class Grids
{
    public static double[] Even((double Low, double High) range, int steps) =>
        [.. Enumerable.Range(0, steps).Select(i => range.Low + ((range.High - range.Low) * i / (steps - 1)))];

    /// <summary>[row along y, column along x].</summary>
    public static double[,] Sample(Func<double, double, double> f, (double Low, double High) x, (double Low, double High) y, int steps)
    {
        var (placesX, placesY) = (Even(x, steps), Even(y, steps));
        var z = new double[steps, steps];
        for (var r = 0; r < steps; r++)
        {
            for (var c = 0; c < steps; c++)
            {
                z[r, c] = f(placesX[c], placesY[r]);
            }
        }

        return z;
    }

    /// <summary>The given places, or 0, 1, …; checked against the matrix.</summary>
    public static (double[] X, double[] Y) Places(double[,] z, IEnumerable<double>? x, IEnumerable<double>? y)
    {
        var (rows, columns) = (z.GetLength(0), z.GetLength(1));
        var placesX = x?.ToArray() ?? [.. Enumerable.Range(0, columns).Select(i => (double)i)];
        var placesY = y?.ToArray() ?? [.. Enumerable.Range(0, rows).Select(i => (double)i)];
        if (rows == 0 || columns == 0 || placesX.Length != columns || placesY.Length != rows)
        {
            throw new ArgumentException(
                $"values are [{rows} rows, {columns} columns], x has {placesX.Length} entries and y {placesY.Length}; x needs one for each column, y one for each row");
        }

        return (placesX, placesY);
    }

    /// <summary>As far below zero as above it.</summary>
    public static (double Low, double High) Symmetric(IEnumerable<double> values)
    {
        var largest = values.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max();
        return largest > 0 ? (-largest, largest) : (-1, 1);
    }

    /// <summary>Repeated names (the letters of a word) get invisible marks, because an axis keeps one place for each name.</summary>
    public static string[] Unique(string[] names)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. names.Select(name =>
        {
            seen[name] = seen.GetValueOrDefault(name) + 1;
            return name + new string('\u200b', seen[name] - 1);
        })];
    }
}
