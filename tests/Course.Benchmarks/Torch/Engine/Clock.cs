using System.Diagnostics;

namespace Course.Benchmarks.Torch;

/// <summary>Repeats an action in blocks and takes the fastest block's mean: other programs disturb some blocks, our own collector works in all.</summary>
internal static class Clock
{
    private const double BlockSeconds = 0.01;

    /// <returns>Seconds per call.</returns>
    public static double Best(Action action, double seconds, double warmUp)
    {
        var calls = WarmUp(action, warmUp);
        var best = double.PositiveInfinity;
        var watch = Stopwatch.StartNew();
        do
        {
            best = Math.Min(best, Seconds(action, calls) / calls);
        }
        while (watch.Elapsed.TotalSeconds < seconds); // one block of a slow workload will do: there are rounds
        return best;
    }

    // The JIT's tiers take a while. Returns the calls that fill a block, found by whole blocks: where the cores' clocks differ,
    // a single short call may seem to have taken no time at all.
    private static int WarmUp(Action action, double seconds)
    {
        var watch = Stopwatch.StartNew();
        do
        {
            action();
        }
        while (watch.Elapsed.TotalSeconds < seconds);
        var calls = 1;
        while (Math.Min(Seconds(action, calls), Seconds(action, calls)) < BlockSeconds) // the better of two: one may have been disturbed
        {
            calls *= 2;
        }

        return calls;
    }

    private static double Seconds(Action action, int calls)
    {
        var start = Stopwatch.GetTimestamp();
        for (var call = 0; call < calls; call++)
        {
            action();
        }

        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
