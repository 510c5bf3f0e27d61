using System.Numerics;

namespace Course;

public static partial class Chart
{
    /// <inheritdoc cref="Figure.Histogram{T}(IEnumerable{T},int,string,ValueTuple{double,double}?)"/>
    public static Figure Histogram<T>(IEnumerable<T> values, int bins = 30, string? label = null, (double Low, double High)? range = null)
        where T : INumberBase<T> => Empty.Histogram(values, bins, label, range).Axes("value", "count");

    /// <summary>One histogram above the other, as ridges: sample 1 stands on y = 1, sample 2 on y = 2. Each is as high as its fullest bin allows, so shapes compare and counts do not.</summary>
    /// <param name="samples">Any numbers; those outside the range, NaN and infinities are not counted, and a sample with no others stays flat.</param>
    /// <param name="range">What the bins of all samples cover; from the data when not given.</param>
    /// <param name="bins">How many bins of equal width, at least 1.</param>
    /// <exception cref="ArgumentException">No samples, less than one bin, or a range that is empty.</exception>
    public static Figure Ridges<T>(IEnumerable<IEnumerable<T>> samples, (double Low, double High)? range = null, int bins = 60)
        where T : INumberBase<T>
    {
        double[][] rows = [.. samples.Select(Figure.ToDoubles)];
        if (rows.Length == 0 || bins < 1)
        {
            throw new ArgumentException($"Chart.Ridges: {rows.Length} samples in {bins} bins; give at least one of each");
        }

        return Empty.Add(RidgeTrace.Of(rows, bins, range is { } r ? Figure.Ordered(r.Low, r.High) : null));
    }

    /// <inheritdoc cref="Figure.Box{T}(string,IEnumerable{T})"/>
    public static Figure Box<T>(string name, IEnumerable<T> values)
        where T : INumberBase<T> => Empty.Box(name, values);

    /// <inheritdoc cref="Figure.Bubble{TX,TY,TArea}(IEnumerable{TX},IEnumerable{TY},IEnumerable{TArea},IEnumerable{string})"/>
    public static Figure Bubble<TX, TY, TArea>(IEnumerable<TX> x, IEnumerable<TY> y, IEnumerable<TArea> area, IEnumerable<string> names)
        where TX : INumberBase<TX>
        where TY : INumberBase<TY>
        where TArea : INumberBase<TArea> => Empty.Bubble(x, y, area, names);
}
