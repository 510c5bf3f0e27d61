namespace Course;

public sealed partial class Figure
{
    /// <summary>Adds a path on a surface; a single point is a mark.</summary>
    /// <param name="x">Along the path.</param>
    /// <param name="y">As many as <paramref name="x"/>.</param>
    /// <param name="z">As many as <paramref name="x"/>.</param>
    /// <param name="label">Name in the legend.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    /// <exception cref="InvalidOperationException">The figure is no surface.</exception>
    public Figure Trail(IEnumerable<double> x, IEnumerable<double> y, IEnumerable<double> z, string? label = null)
    {
        var trail = new SpaceTrail([.. x], [.. y], [.. z], label);
        SameLength(trail.X.Length, trail.Y.Length, "y");
        SameLength(trail.X.Length, trail.Z.Length, "z");
        return Map(p => p is SpacePanel space
            ? space with { Trails = [.. space.Trails, trail] }
            : throw new InvalidOperationException("Trail: this figure is no surface; on a plane, use Line."));
    }

    /// <summary>Fixes the values at the two ends of the colour scale, or of the vertical axis of a surface.</summary>
    /// <exception cref="ArgumentException"><paramref name="low"/> is not below <paramref name="high"/>.</exception>
    public Figure RangeZ(double low, double high)
    {
        var range = Ordered(low, high);
        if (Frames.All(f => f is [SpacePanel]))
        {
            return Map(p => (SpacePanel)p with { RangeZ = range });
        }

        return MapPlot(p => p with { Traces = [.. p.Traces.Select(t => t.WithColorRange(range, keepOwn: false))] }, nameof(RangeZ));
    }

    /// <summary>Writes log10 of the values as colours: for a loss that spans powers of ten. What is more than six powers below the largest value counts as that.</summary>
    public Figure LogZ() => MapPlot(
        p => p with { Traces = [.. p.Traces.Select(t => t is ContourTrace { Log: false } c ? c.ToLog() : t)] }, nameof(LogZ));

    /// <summary>Names the colour scale, or the vertical axis of a surface, beside both axes.</summary>
    /// <param name="x">With its unit.</param>
    /// <param name="y">With its unit.</param>
    /// <param name="z">With its unit.</param>
    public Figure Axes(string x, string y, string z) => Frames.All(f => f is [SpacePanel])
        ? Map(p => p is SpacePanel space ? space with { TitleX = x, TitleY = y, TitleZ = z } : p)
        : Axes(x, y).MapPlot(p => p with { Traces = [.. p.Traces.Select(t => t is MapTrace { BarTitle: not null } m ? m with { BarTitle = z } : t)] }, nameof(Axes));

    /// <summary>Draws low values of y at the top, as rows of a matrix.</summary>
    public Figure FlipY() => MapPlot(p => p with { Y = p.Y with { Reversed = true } }, nameof(FlipY));
}
