namespace Course;

/// <summary>A place on each arrow for its numbers, clear of nodes, of other arrows and of each other.</summary>
internal static class LabelPlaces
{
    // Above and below the arrow, from its line: the upper number's height, and the lower one's foot.
    private const double Above = 18;
    private const double Below = 3;
    private const double SecondLine = 20;

    // What is worse: numbers on numbers or nodes (by area, in square pixels), or on another arrow (for each of its steps inside).
    private const double OnArrow = 40;

    // Numbers belong near the tail: a pixel farther costs this much.
    private const double Farther = 0.5;

    /// <summary>Left, top, right and bottom in pixels.</summary>
    internal readonly record struct Box(double Left, double Top, double Right, double Bottom)
    {
        public double Overlap(Box other) =>
            Math.Max(0, Math.Min(Right, other.Right) - Math.Max(Left, other.Left)) * Math.Max(0, Math.Min(Bottom, other.Bottom) - Math.Max(Top, other.Top));

        public bool Holds((double X, double Y) point) => point.X > Left && point.X < Right && point.Y > Top && point.Y < Bottom;
    }

    /// <param name="paths">Of the arrows, in small steps from tail to head.</param>
    /// <param name="nodes">Where no numbers may stand.</param>
    /// <param name="width">Of the numbers; all have the same, so that they stay when they change.</param>
    /// <param name="lines">Of numbers, one or two.</param>
    public static (double X, double Y)[] Find(IReadOnlyList<(double X, double Y)>[] paths, Box[] nodes, double width, int lines)
    {
        var taken = nodes.ToList();
        return [.. paths.Select((path, i) =>
        {
            var best = path.MinBy(point => Cost(point, i));
            taken.Add(Around(best));
            return best;
        })];

        Box Around((double X, double Y) point) =>
            new(point.X - (width / 2), point.Y - Above, point.X + (width / 2), point.Y + Below + (lines > 1 ? SecondLine : 0));

        double Cost((double X, double Y) point, int arrow)
        {
            var box = Around(point);
            var others = paths.Where((_, k) => k != arrow).Sum(path => path.Count(box.Holds));
            return taken.Sum(box.Overlap) + (OnArrow * others) + (Farther * (point.X - paths[arrow][0].X));
        }
    }
}
