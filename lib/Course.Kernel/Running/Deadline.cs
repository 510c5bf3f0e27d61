namespace Course.Kernel.Running;

/// <summary>Calls an action once when time is up, unless the time was set again or stopped before.</summary>
internal sealed class Deadline : IDisposable
{
    private readonly ITimer _timer;

    internal Deadline(TimeProvider time, Action expired) =>
        _timer = time.CreateTimer(_ => expired(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

    internal void Restart(TimeSpan due) => _timer.Change(due, Timeout.InfiniteTimeSpan);

    internal void Stop() => _timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

    public void Dispose() => _timer.Dispose();
}
