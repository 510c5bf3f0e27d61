using System.Diagnostics;

namespace Course.Benchmarks.Torch;

/// <summary>Repeats an action in blocks and takes the fastest block's mean: other programs disturb some blocks, our own collector works in all.</summary>
internal static class Clock
{
    private const double BlockSeconds = 0.02;

    /// <returns>Seconds per call.</returns>
    public static double Best(Action action, double seconds, double warmUp)
    {
        var calls = WarmUp(action, warmUp);
        var best = double.PositiveInfinity;
        var watch = Stopwatch.StartNew();
        do
        {
            var start = Stopwatch.GetTimestamp();
            for (var call = 0; call < calls; call++)
            {
                action();
            }

            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalSeconds / calls);
        }
        while (watch.Elapsed.TotalSeconds < seconds); // one block of a slow workload will do: there are rounds
        return best;
    }

    // The JIT's tiers take a while. Returns the calls that fill a block.
    private static int WarmUp(Action action, double seconds)
    {
        var watch = Stopwatch.StartNew();
        var fastest = double.PositiveInfinity;
        do
        {
            var start = Stopwatch.GetTimestamp();
            action();
            fastest = Math.Min(fastest, Stopwatch.GetElapsedTime(start).TotalSeconds);
        }
        while (watch.Elapsed.TotalSeconds < seconds);
        return Math.Max(1, (int)(BlockSeconds / fastest));
    }
}
