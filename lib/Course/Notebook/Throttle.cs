namespace Course;

/// <summary>Lets the first of many updates through, then at most one each interval.</summary>
/// <param name="time">The clock; tests bring their own.</param>
internal sealed class Throttle(TimeProvider time)
{
    /// <summary>Ten updates a second: smooth to the eye, and light on every front end.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private long? _last;

    /// <summary>True when enough time has passed; then the clock starts again.</summary>
    public bool TryPass()
    {
        var now = time.GetTimestamp();
        if (_last is { } last && time.GetElapsedTime(last, now) < Interval)
        {
            return false;
        }

        _last = now;
        return true;
    }
}
