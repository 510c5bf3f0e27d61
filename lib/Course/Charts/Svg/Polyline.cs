namespace Course;

/// <summary>Leaves out the points of a line that nobody would see.</summary>
internal static class Polyline
{
    /// <summary>The points, first and last among them, without which the line would move by more than a tolerance (Douglas and Peucker, 1973).</summary>
    public static List<(double X, double Y)> Simplified(List<(double X, double Y)> points, double tolerance)
    {
        var kept = new bool[points.Count];
        var open = new Stack<(int First, int Last)>();
        open.Push((0, points.Count - 1));
        while (open.TryPop(out var part))
        {
            kept[part.First] = kept[part.Last] = true;
            var (farthest, distance) = Farthest(points, part.First, part.Last);
            if (distance > tolerance)
            {
                open.Push((part.First, farthest));
                open.Push((farthest, part.Last));
            }
        }

        return [.. points.Where((_, i) => kept[i])];
    }

    /// <summary>The places of all points but those inside an upright or level piece that never turns back. Exact on axes of any kind.</summary>
    public static int[] Corners(double[] x, double[] y) =>
        [.. Enumerable.Range(0, x.Length).Where(i => i == 0 || i == x.Length - 1 || !(IsBetween(x, y, i) || IsBetween(y, x, i)))];

    private static bool IsBetween(double[] still, double[] moving, int i) =>
        still[i - 1] == still[i] && still[i] == still[i + 1] && (moving[i] - moving[i - 1]) * (moving[i + 1] - moving[i]) >= 0;

    private static (int Place, double Distance) Farthest(List<(double X, double Y)> points, int first, int last)
    {
        var (place, most) = (first, 0.0);
        for (var i = first + 1; i < last; i++)
        {
            var distance = Distance(points[i], points[first], points[last]);
            (place, most) = distance > most ? (i, distance) : (place, most);
        }

        return (place, most);
    }

    // From the piece between two points, not from the line through them: a line may come back on itself.
    private static double Distance((double X, double Y) p, (double X, double Y) a, (double X, double Y) b)
    {
        var (dx, dy) = (b.X - a.X, b.Y - a.Y);
        var length = (dx * dx) + (dy * dy);
        var part = length > 0 ? Math.Clamp((((p.X - a.X) * dx) + ((p.Y - a.Y) * dy)) / length, 0, 1) : 0;
        return Math.Sqrt(Math.Pow(p.X - a.X - (part * dx), 2) + Math.Pow(p.Y - a.Y - (part * dy), 2));
    }
}
