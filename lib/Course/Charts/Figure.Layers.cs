using System.Numerics;

namespace Course;

public sealed partial class Figure
{
    /// <summary>Adds points.</summary>
    /// <param name="x">Any numbers; a point with NaN or an infinity is left out.</param>
    /// <param name="y">As many as <paramref name="x"/>.</param>
    /// <param name="label">Name in the legend.</param>
    /// <param name="text">One for each point, shown on hover.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public Figure Scatter<TX, TY>(IEnumerable<TX> x, IEnumerable<TY> y, string? label = null, IEnumerable<string>? text = null)
        where TX : INumberBase<TX>
        where TY : INumberBase<TY> =>
        Add(Points(x, y, label) with { Markers = true, Text = text?.ToArray() });

    /// <summary>Adds words, each above its place.</summary>
    /// <param name="x">Any numbers.</param>
    /// <param name="y">As many as <paramref name="x"/>.</param>
    /// <param name="words">One for each place.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public Figure Words<TX, TY>(IEnumerable<TX> x, IEnumerable<TY> y, IEnumerable<string> words)
        where TX : INumberBase<TX>
        where TY : INumberBase<TY>
    {
        var (places, texts) = (Points(x, y, null), words.ToArray());
        SameLength(places.X.Length, texts.Length, nameof(words));
        return Add(new NoteTrace(places.X, places.Y, texts));
    }

    /// <summary>Adds points in one colour and shape for each group, groups in ascending order.</summary>
    /// <param name="x">Any numbers; a point with NaN or an infinity is left out.</param>
    /// <param name="y">As many as <paramref name="x"/>.</param>
    /// <param name="groups">One name or class for each point.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public Figure Scatter<TX, TY, TGroup>(IEnumerable<TX> x, IEnumerable<TY> y, IEnumerable<TGroup> groups)
        where TX : INumberBase<TX>
        where TY : INumberBase<TY>
        where TGroup : IComparable<TGroup>
    {
        var (points, keys) = (Points(x, y, null), groups.ToArray());
        SameLength(points.X.Length, keys.Length, "groups");
        var figure = this;
        foreach (var group in Enumerable.Range(0, keys.Length).GroupBy(i => keys[i]).OrderBy(g => g.Key, GroupOrder<TGroup>()))
        {
            figure = figure.Add(points with
            {
                Markers = true,
                Label = FormattableString.Invariant($"{group.Key}"),
                X = [.. group.Select(i => points.X[i])],
                Y = [.. group.Select(i => points.Y[i])],
            });
        }

        return figure;
    }

    /// <summary>Adds a line through points in the given order; NaN makes a gap.</summary>
    /// <param name="x">Any numbers.</param>
    /// <param name="y">As many as <paramref name="x"/>.</param>
    /// <param name="label">Name in the legend.</param>
    /// <param name="markers">Also mark each point.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public Figure Line<TX, TY>(IEnumerable<TX> x, IEnumerable<TY> y, string? label = null, bool markers = false)
        where TX : INumberBase<TX>
        where TY : INumberBase<TY> =>
        Add(Points(x, y, label) with { Lines = true, Markers = markers });

    /// <summary>Adds a line of values over 0, 1, 2, ….</summary>
    /// <param name="y">Any numbers; NaN makes a gap.</param>
    /// <param name="label">Name in the legend.</param>
    public Figure Line<TY>(IEnumerable<TY> y, string? label = null)
        where TY : INumberBase<TY>
    {
        var values = y.ToArray();
        return Line(Enumerable.Range(0, values.Length), values, label);
    }

    /// <summary>Adds the graph of a function.</summary>
    /// <param name="f">Called at 401 points.</param>
    /// <param name="range">Where, in the unit of x.</param>
    /// <param name="label">Name in the legend.</param>
    public Figure Line(Func<double, double> f, (double Low, double High) range, string? label = null)
    {
        const int steps = 400;
        var x = Enumerable.Range(0, steps + 1).Select(i => range.Low + ((range.High - range.Low) * i / steps)).ToArray();
        return Line(x, x.Select(f), label);
    }

    /// <summary>Adds a bar for each name; several calls make groups of bars.</summary>
    /// <param name="names">Along x.</param>
    /// <param name="values">One for each name.</param>
    /// <param name="label">Name in the legend.</param>
    /// <param name="errors">Half the length of each error bar, in the unit of the values.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public Figure Bar<T>(IEnumerable<string> names, IEnumerable<T> values, string? label = null, IEnumerable<double>? errors = null)
        where T : INumberBase<T>
    {
        var bar = new BarTrace { Names = [.. names], Values = ToDoubles(values), Errors = errors?.ToArray(), Label = label };
        SameLength(bar.Names.Length, bar.Values.Length, "values");
        SameLength(bar.Names.Length, bar.Errors?.Length ?? bar.Names.Length, "errors");
        return Add(bar);
    }

    /// <summary>Says what the layer added last stands for: it takes the colour that this has in every chart. In one chart, say it of every layer or of none; a baseline goes with anything.</summary>
    /// <exception cref="InvalidOperationException">There is no layer, or it is a map, which has a scale of colours.</exception>
    public Figure As(Meaning meaning) => Frames.All(f => f is [SpacePanel])
        ? Map(p => ((SpacePanel)p).As(meaning))
        : MapPlot(p => p.As(meaning), nameof(As));

    /// <summary>Gives layers the colours of their names' places in a list, so that a run looks the same in every chart that uses the list. Other layers come after them.</summary>
    /// <param name="names">All runs of the notebook, in one order; one chart may show some of them.</param>
    /// <exception cref="ArgumentException">A name comes twice.</exception>
    public Figure ColorsOf(IEnumerable<string> names)
    {
        string[] known = [.. names];
        var twice = known.GroupBy(name => name).FirstOrDefault(group => group.Count() > 1);
        return twice is null
            ? MapPlot(p => p.ColorsOf(known), nameof(ColorsOf))
            : throw new ArgumentException($"ColorsOf: \"{twice.Key}\" comes {twice.Count()} times; one name, one colour.");
    }

    private static XYTrace Points<TX, TY>(IEnumerable<TX> x, IEnumerable<TY> y, string? label)
        where TX : INumberBase<TX>
        where TY : INumberBase<TY>
    {
        var trace = new XYTrace { X = ToDoubles(x), Y = ToDoubles(y), Label = label };
        SameLength(trace.X.Length, trace.Y.Length, "y");
        return trace;
    }

    internal static double[] ToDoubles<T>(IEnumerable<T> values)
        where T : INumberBase<T> =>
        values is IEnumerable<double> doubles ? doubles.ToArray() : values.Select(double.CreateChecked).ToArray();

    private static void SameLength(int expected, int found, string what)
    {
        if (expected != found)
        {
            throw new ArgumentException($"{what} has {Numbers.Text(found)} entries, but there are {Numbers.Text(expected)} points");
        }
    }

    // Ordinal for text: one order in every culture.
    private static IComparer<T> GroupOrder<T>() =>
        typeof(T) == typeof(string) ? (IComparer<T>)StringComparer.Ordinal : Comparer<T>.Default;
}
