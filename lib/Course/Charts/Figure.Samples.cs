using System.Numerics;

namespace Course;

public sealed partial class Figure
{
    private const double MostBubble = 60;
    private const double LeastBubble = 8;

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

    /// <summary>Adds a bubble for each name: where it lies says two things, its area a third.</summary>
    /// <param name="x">Any numbers.</param>
    /// <param name="y">As many.</param>
    /// <param name="area">As many, at least one of them above 0: the largest becomes a bubble of 60 pixels across, and one of a quarter of it half as wide; none is smaller than a mark.</param>
    /// <param name="names">As many, for the legend.</param>
    /// <exception cref="ArgumentException">The lengths differ, or an area is below 0, not a number, or none is above 0.</exception>
    public Figure Bubble<TX, TY, TArea>(IEnumerable<TX> x, IEnumerable<TY> y, IEnumerable<TArea> area, IEnumerable<string> names)
        where TX : INumberBase<TX>
        where TY : INumberBase<TY>
        where TArea : INumberBase<TArea>
    {
        var (points, areas, labels) = (Points(x, y, null), ToDoubles(area), names.ToArray());
        SameLength(points.X.Length, areas.Length, nameof(area));
        SameLength(points.X.Length, labels.Length, nameof(names));
        var largest = areas.DefaultIfEmpty().Max();
        if (!(largest > 0 && double.IsFinite(largest)) || !Array.TrueForAll(areas, a => a >= 0))
        {
            throw new ArgumentException($"Bubble: areas from {Numbers.Text(areas.DefaultIfEmpty().Min())} to {Numbers.Text(largest)}; each has to be 0 or more, and one above 0");
        }

        // Small ones last: they lie on top.
        return Enumerable.Range(0, labels.Length).OrderByDescending(i => areas[i]).Aggregate(this, (figure, i) => figure.Add(points with
        {
            X = [points.X[i]],
            Y = [points.Y[i]],
            Markers = true,
            Label = labels[i],
            Diameter = Math.Max(LeastBubble, MostBubble * Math.Sqrt(areas[i] / largest)),
        }));
    }
}
