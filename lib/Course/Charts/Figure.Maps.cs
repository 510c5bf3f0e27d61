using System.Numerics;

namespace Course;

public sealed partial class Figure
{
    /// <summary>Adds a histogram; several calls lay them over each other.</summary>
    /// <param name="values">Any numbers; those outside the range, NaN and infinities are not counted.</param>
    /// <param name="bins">How many bins of equal width, at least 1.</param>
    /// <param name="label">Name in the legend.</param>
    /// <param name="range">What the bins cover; from the data when not given. Give it to compare histograms.</param>
    /// <exception cref="ArgumentException">Less than one bin, or a range that is empty.</exception>
    public Figure Histogram<T>(IEnumerable<T> values, int bins = 30, string? label = null, (double Low, double High)? range = null)
        where T : INumberBase<T>
    {
        if (bins < 1)
        {
            throw new ArgumentException($"Histogram: {bins} bins; give at least 1");
        }

        return Add(HistogramTrace.Of(ToDoubles(values), bins, range is { } r ? Ordered(r.Low, r.High) : null, label));
    }

    /// <summary>Adds a box for a sample: the middle half of the values, the median, whiskers up to 1.5 box lengths, and what lies beyond.</summary>
    /// <param name="name">Below the box.</param>
    /// <param name="values">At least one finite number.</param>
    /// <exception cref="ArgumentException">No finite value.</exception>
    public Figure Box<T>(string name, IEnumerable<T> values)
        where T : INumberBase<T> => Add(BoxTrace.Of(name, ToDoubles(values)));

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
