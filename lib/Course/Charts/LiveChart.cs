namespace Course;

/// <summary>Curves that grow while a cell runs. Where the host cannot update a picture, the final one is shown once.</summary>
/// <remarks>At most ten updates a second, however often values are added. Not thread-safe: add from one thread.</remarks>
public sealed class LiveChart : IDisposable
{
    // More points than pixels would only make every update heavy: then every second one is dropped.
    private const int MostPoints = 1000;

    private readonly Dictionary<string, Series> _series = new(StringComparer.Ordinal);
    private readonly Func<Figure, Figure> _style;
    private readonly INotebookHost _host;
    private readonly Throttle _throttle;
    private Action<object>? _update;
    private bool _isClosed;

    internal LiveChart(Func<Figure, Figure> style, INotebookHost host, TimeProvider time)
    {
        (_style, _host) = (style, host);
        _throttle = new Throttle(time);
    }

    /// <summary>The chart as it stands: a plain figure, which stays when the kernel is gone.</summary>
    public Figure Figure => _style(_series.Aggregate(Chart.Empty, (figure, s) => figure.Line(s.Value.X, s.Value.Y, s.Key)));

    /// <summary>Starts an empty chart; it appears with the first value. Dispose it to show the final state.</summary>
    /// <param name="title">Above the chart.</param>
    /// <param name="x">Title of the x axis, with its unit.</param>
    /// <param name="y">Title of the y axis, with its unit.</param>
    /// <param name="style">Further changes, such as <c>f => f.LogY()</c>.</param>
    public static LiveChart Of(string title, string x, string y, Func<Figure, Figure>? style = null) =>
        new(f => (style ?? (g => g))(f.Title(title).Axes(x, y)), NotebookHost.Current, TimeProvider.System);

    /// <summary>Adds a point to a curve; a new name starts a new curve.</summary>
    /// <param name="series">Name in the legend.</param>
    /// <param name="x">Greater than the last one of this curve.</param>
    /// <param name="y">NaN makes a gap.</param>
    public void Add(string series, double x, double y)
    {
        if (!_series.TryGetValue(series, out var points))
        {
            _series[series] = points = new Series();
        }

        points.Add(x, y);
        if (!_isClosed && _host.CanUpdate && _throttle.TryPass())
        {
            Draw();
        }
    }

    /// <summary>Shows the final state.</summary>
    public void Dispose()
    {
        if (_isClosed)
        {
            return;
        }

        _isClosed = true;
        Draw();
    }

    private void Draw()
    {
        if (_update is null)
        {
            _update = _host.Show(Figure);
        }
        else
        {
            _update(Figure);
        }
    }

    private sealed class Series
    {
        private int _stride = 1;
        private int _seen;

        public List<double> X { get; } = [];

        public List<double> Y { get; } = [];

        public void Add(double x, double y)
        {
            if (_seen++ % _stride != 0)
            {
                return;
            }

            X.Add(x);
            Y.Add(y);
            if (X.Count > MostPoints)
            {
                Halve(X);
                Halve(Y);
                _stride *= 2;
            }
        }

        private static void Halve(List<double> values)
        {
            var kept = values.Where((_, i) => i % 2 == 0).ToList();
            values.Clear();
            values.AddRange(kept);
        }
    }
}
