namespace Course;

/// <summary>Curves that grow while a cell runs. Where the host cannot update a picture, the final one is shown once.</summary>
/// <remarks>At most ten updates a second, however often values are added. Not thread-safe: add from one thread.</remarks>
public sealed class LiveChart : IDisposable
{
    private readonly Dictionary<string, LiveCurve> _series = new(StringComparer.Ordinal);
    private readonly Func<Figure, Figure> _style;
    private readonly LivePicture _picture;

    internal LiveChart(Func<Figure, Figure> style, INotebookHost host, TimeProvider time) =>
        (_style, _picture) = (style, new LivePicture(() => Figure, host, time));

    /// <summary>The chart as it stands: a plain figure, which stays when the kernel is gone.</summary>
    public Figure Figure => _style(MeaningNames.Draw(_series, _ => false));

    /// <summary>Starts an empty chart; it appears with the first value. Dispose it to show the final state.</summary>
    /// <param name="title">Above the chart.</param>
    /// <param name="x">Title of the x axis, with its unit.</param>
    /// <param name="y">Title of the y axis, with its unit.</param>
    /// <param name="style">Further changes, such as <c>f => f.LogY()</c>.</param>
    public static LiveChart Of(string title, string x, string y, Func<Figure, Figure>? style = null) =>
        new(f => (style ?? (g => g))(f.Title(title).Axes(x, y)), NotebookHost.Current, TimeProvider.System);

    /// <summary>Adds a point to a curve; a new name starts a new curve.</summary>
    /// <param name="series">Name in the legend; "train", "validation", "test" and the optimisers have their colours (<see cref="Meaning"/>).</param>
    /// <param name="x">Greater than the last one of this curve.</param>
    /// <param name="y">NaN makes a gap.</param>
    public void Add(string series, double x, double y)
    {
        if (!_series.TryGetValue(series, out var points))
        {
            _series[series] = points = new LiveCurve();
        }

        points.Add(x, y);
        _picture.Changed();
    }

    /// <summary>Shows the final state.</summary>
    public void Dispose() => _picture.Dispose();
}
