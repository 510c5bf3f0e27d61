namespace Course;

/// <summary>Lets the first of many updates through, then at most one each interval, and fewer where one takes long.</summary>
/// <param name="time">The clock; tests bring their own.</param>
internal sealed class Throttle(TimeProvider time)
{
    /// <summary>Ten updates a second: smooth to the eye, and light on every front end.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    // What is watched keeps nine tenths of the time: in a browser's tab a chart takes 65 ms, as long as a training step.
    private const int Share = 10;

    private long? _last;
    private TimeSpan _pause = Interval;

    /// <summary>Runs the update if enough time has passed; then the clock starts again.</summary>
    public void Try(Action update)
    {
        var start = time.GetTimestamp();
        if (_last is { } last && time.GetElapsedTime(last, start) < _pause)
        {
            return;
        }

        _last = start;
        update();
        var wanted = Share * time.GetElapsedTime(start);
        _pause = wanted > Interval ? wanted : Interval;
    }
}
