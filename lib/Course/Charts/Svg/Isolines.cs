namespace Course;

/// <summary>Marching squares: where a field on a grid crosses a level.</summary>
internal sealed class Isolines
{
    private readonly double[,] _z;
    private readonly double[] _x;
    private readonly double[] _y;
    private readonly double _level;
    private readonly List<(Crossing From, Crossing To)> _strokes = [];

    private Isolines(double[,] z, double[] x, double[] y, double level) => (_z, _x, _y, _level) = (z, x, y, level);

    /// <summary>Lines, each followed by a NaN gap. Cells with a value that is not finite have none.</summary>
    public static (double[] X, double[] Y) Of(double[,] z, double[] x, double[] y, double level)
    {
        var lines = new Isolines(z, x, y, level);
        for (var r = 0; r + 1 < z.GetLength(0); r++)
        {
            for (var c = 0; c + 1 < z.GetLength(1); c++)
            {
                lines.AddStrokes(r, c);
            }
        }

        return lines.Joined();
    }

    // Around the cell: every edge whose ends lie on two sides of the level is crossed once.
    private void AddStrokes(int r, int c)
    {
        Crossing[] crossings = [.. new[] { Along(r, c), Up(r, c + 1), Along(r + 1, c), Up(r, c) }.OfType<Crossing>()];
        for (var i = 0; i + 1 < crossings.Length; i += 2)
        {
            _strokes.Add((crossings[i], crossings[i + 1]));
        }
    }

    private Crossing? Along(int r, int c) => Cross(new Edge(r, c, IsUpright: false), r, c, r, c + 1);

    private Crossing? Up(int r, int c) => Cross(new Edge(r, c, IsUpright: true), r, c, r + 1, c);

    private Crossing? Cross(Edge edge, int r1, int c1, int r2, int c2)
    {
        var (z1, z2) = (_z[r1, c1], _z[r2, c2]);
        if (z1 < _level == z2 < _level || !double.IsFinite(z1) || !double.IsFinite(z2))
        {
            return null;
        }

        var part = (_level - z1) / (z2 - z1);
        return new Crossing(edge, _x[c1] + ((_x[c2] - _x[c1]) * part), _y[r1] + ((_y[r2] - _y[r1]) * part));
    }

    // Strokes of two cells that share an edge become one line: it is half as long to write, and can be drawn with fewer points.
    private (double[] X, double[] Y) Joined()
    {
        var meeting = _strokes.SelectMany((stroke, i) => new[] { (stroke.From.Edge, i), (stroke.To.Edge, i) }).ToLookup(end => end.Edge, end => end.i);
        var used = new bool[_strokes.Count];
        var (lineX, lineY) = (new List<double>(), new List<double>());
        for (var i = 0; i < _strokes.Count; i++)
        {
            if (!used[i])
            {
                used[i] = true;
                var (from, to) = _strokes[i];
                Crossing[] line = [.. Follow(from).Reverse(), from, to, .. Follow(to)];
                lineX.AddRange([.. line.Select(point => point.X), double.NaN]);
                lineY.AddRange([.. line.Select(point => point.Y), double.NaN]);
            }
        }

        return ([.. lineX], [.. lineY]);

        IEnumerable<Crossing> Follow(Crossing end)
        {
            while (meeting[end.Edge].Where(i => !used[i]).Select(i => (int?)i).FirstOrDefault() is { } next)
            {
                used[next] = true;
                end = _strokes[next].From.Edge == end.Edge ? _strokes[next].To : _strokes[next].From;
                yield return end;
            }
        }
    }

    private readonly record struct Edge(int Row, int Column, bool IsUpright);

    private sealed record Crossing(Edge Edge, double X, double Y);
}
