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
}
