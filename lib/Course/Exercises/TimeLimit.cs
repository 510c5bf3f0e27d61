namespace Course;

/// <summary>Ends the loops of an answer whose check has run for too long. Only in our kernel: elsewhere nothing can.</summary>
internal sealed class TimeLimit : IDisposable
{
    private readonly IDisposable _timer;
    private readonly Action<bool>? _endLoops = KernelSlots.EndLoops;
    private readonly object _gate = new();
    private bool _isOver;

    /// <summary>Starts the clock.</summary>
    /// <param name="limit">Of the exercise; a test may have set a shorter one.</param>
    public TimeLimit(TimeSpan limit)
    {
        Limit = KernelSlots.CheckLimit is { } given && given < limit ? given : limit;
        _timer = KernelSlots.Alarm?.Invoke(Limit, Pass) ?? new Timer(_ => Pass(), null, Limit, Timeout.InfiniteTimeSpan);
    }

    public TimeSpan Limit { get; }

    public bool HasPassed { get; private set; }

    /// <summary>Stops the clock; what comes next may loop again.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _isOver = true;
        }

        _timer.Dispose();
        if (HasPassed)
        {
            _endLoops?.Invoke(false);
        }
    }

    private void Pass()
    {
        lock (_gate)
        {
            if (!_isOver && _endLoops is not null)
            {
                HasPassed = true;
                _endLoops(true);
            }
        }
    }
}
