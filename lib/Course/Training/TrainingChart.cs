namespace Course;

/// <summary>A training run as it happens: the loss, raw and smoothed, and beside it the accuracy, in one picture.</summary>
/// <remarks>At most ten updates a second; where the host cannot update a picture, the final one is shown once. Not thread-safe: add from one thread.</remarks>
public sealed class TrainingChart : IDisposable
{
    // The smoothed value forgets half of what it knew in about 14 additions: a few wiggles of a batch loss, not a trend.
    private const double Memory = 0.95;

    private readonly string _title;
    private readonly string _x;
    private readonly string _y;
    private readonly LiveCurve _raw = new();
    private readonly LiveCurve _smooth = new();
    private readonly Dictionary<string, LiveCurve> _accuracies = new(StringComparer.Ordinal);
    private readonly LivePicture _picture;
    private double _sum;
    private double _weight;

    internal TrainingChart(string title, string x, string loss, INotebookHost host, TimeProvider time) =>
        (_title, _x, _y, _picture) = (title, x, loss, new LivePicture(() => Figure, host, time));

    /// <summary>The chart as it stands: a plain figure, which stays when the kernel is gone.</summary>
    public Figure Figure => _accuracies.Count == 0
        ? LossFigure()
        : Chart.Grid(2, LossFigure(), AccuracyFigure()).Title(_title);

    /// <summary>Starts an empty chart; it appears with the first value. Dispose it to show the final state.</summary>
    /// <param name="title">Above the chart.</param>
    /// <param name="x">Title of the x axis: what the run is counted in, "step" or "epoch".</param>
    /// <param name="loss">Title of the loss axis, with its unit.</param>
    public static TrainingChart Of(string title, string x = "step", string loss = "loss (nats)") =>
        new(title, x, loss, NotebookHost.Current, TimeProvider.System);

    /// <summary>Adds the loss of a batch.</summary>
    /// <param name="x">Step or epoch, greater than the last.</param>
    /// <param name="loss">NaN and infinities make a gap and are left out of the smoothed curve.</param>
    public void Loss(double x, double loss)
    {
        _raw.Add(x, double.IsFinite(loss) ? loss : double.NaN);
        if (double.IsFinite(loss))
        {
            // Divided by the sum of its weights, so that the first values are not drawn towards 0 (as in Adam).
            (_sum, _weight) = ((Memory * _sum) + ((1 - Memory) * loss), (Memory * _weight) + (1 - Memory));
            _smooth.Add(x, _sum / _weight);
        }

        _picture.Changed();
    }

    /// <summary>Adds an accuracy.</summary>
    /// <param name="name">Of which digits: "training", "test". A new name starts a new curve.</param>
    /// <param name="x">Step or epoch, greater than the last of that name.</param>
    /// <param name="percent">0 to 100.</param>
    public void Accuracy(string name, double x, double percent)
    {
        if (!_accuracies.TryGetValue(name, out var curve))
        {
            _accuracies[name] = curve = new LiveCurve();
        }

        curve.Add(x, percent);
        _picture.Changed();
    }

    /// <summary>Shows the final state.</summary>
    public void Dispose() => _picture.Dispose();

    private Figure LossFigure() => Chart.Empty
        .Add(Line(_raw, "each batch") with { Meaning = Meaning.Batch, Width = 1 })
        .Line(_smooth.X, _smooth.Y, "smoothed").As(Meaning.Train)
        .Axes(_x, _y)
        .Title(_accuracies.Count == 0 ? _title : "");

    private Figure AccuracyFigure() => MeaningNames.Draw(_accuracies, curve => curve.X.Count <= 50)
        .Axes(_x, "accuracy (%)");

    private static XYTrace Line(LiveCurve curve, string label) =>
        new() { X = [.. curve.X], Y = [.. curve.Y], Label = label, Lines = true };
}
