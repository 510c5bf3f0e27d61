namespace Course;

/// <summary>The progress of a training run or a download: one bar that fills in place, or milestone lines where the host cannot update.</summary>
/// <remarks>At most ten updates a second, however often it is stepped. Not thread-safe: step it from one thread.</remarks>
public sealed class ProgressBar : IDisposable
{
    private const int Milestones = 4;

    private readonly string _label;
    private readonly long _total;
    private readonly string? _unit;
    private readonly INotebookHost _host;
    private readonly TextWriter _lines;
    private readonly TimeProvider _time;
    private readonly Throttle _throttle;
    private readonly long _start;
    private readonly Action<object>? _update;

    private long _done;
    private int _milestone;
    private string? _status;
    private bool _isClosed;

    internal ProgressBar(string label, long total, string? unit, INotebookHost host, TextWriter lines, TimeProvider time)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(total);
        (_label, _total, _unit, _host, _lines, _time) = (label, total, unit, host, lines, time);
        _throttle = new Throttle(time);
        _start = time.GetTimestamp();
        Action<object>? update = null;
        _throttle.Try(() => update = host.CanUpdate ? host.Show(Picture()) : null);
        _update = update;
    }

    internal static ProgressBar Start(string label, long total, string? unit) =>
        new(label, total, unit, NotebookHost.Current, Console.Out, TimeProvider.System);

    /// <summary>How many steps (or bytes) are done.</summary>
    public long Done => _done;

    /// <summary>One step further.</summary>
    /// <param name="status">A few words shown behind the numbers, such as "loss 0.31"; null keeps the last.</param>
    public void Step(string? status = null) => MoveTo(_done + 1, status);

    /// <summary>To an absolute place, such as the bytes received.</summary>
    /// <param name="done">0 to the total; beyond it the bar stays full.</param>
    /// <param name="status">A few words shown behind the numbers; null keeps the last.</param>
    public void MoveTo(long done, string? status = null)
    {
        _done = Math.Max(done, 0);
        _status = status ?? _status;
        if (_isClosed)
        {
            return;
        }

        if (_update is null)
        {
            WriteMilestone();
        }
        else
        {
            _throttle.Try(() => _update(Picture()));
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
        if (_update is not null)
        {
            _update(Picture());
        }
        else if (_milestone < Milestones)
        {
            _lines.WriteLine(Picture());
        }
    }

    // Of an unknown total nothing is known until the end.
    private double Fraction => _total == 0 ? (_isClosed ? 1 : 0) : Math.Min(1, (double)_done / _total);

    // Quarters: enough to see that it lives, few enough to read.
    private void WriteMilestone()
    {
        var reached = (int)(Fraction * Milestones);
        if (reached > _milestone)
        {
            _milestone = reached;
            _lines.WriteLine(Picture());
        }
    }

    private ProgressPicture Picture() =>
        new(_label, _done, _total, _unit, Fraction, _status, _time.GetElapsedTime(_start), _isClosed);
}
