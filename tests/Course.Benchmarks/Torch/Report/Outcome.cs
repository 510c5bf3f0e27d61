namespace Course.Benchmarks.Torch;

/// <summary>A workload in all engines.</summary>
/// <param name="Workload">What was measured.</param>
/// <param name="Engines">In the order of the engines, ours first; in each the timings in the order of the thread counts. Null: not to be had.</param>
internal sealed record Outcome(Workload Workload, IReadOnlyList<IReadOnlyList<Timing?>> Engines)
{
    /// <summary>Our fastest, with its place among the thread counts.</summary>
    public (Timing Timing, int Threads)? Ours => Best(Engines.Take(1));

    /// <summary>The fastest of the peers.</summary>
    public (Timing Timing, int Threads)? Peer => Best(Engines.Skip(1));

    /// <summary>How many times as fast as the faster peer, the better thread count on each side.</summary>
    /// <param name="figure">Of a timing.</param>
    public double? Ratio(Func<Timing, double> figure) => Least(Engines.Skip(1), figure) / Least(Engines.Take(1), figure);

    private static double? Least(IEnumerable<IReadOnlyList<Timing?>> engines, Func<Timing, double> figure) =>
        engines.SelectMany(timings => timings).OfType<Timing>().Select(timing => (double?)figure(timing)).Min();

    private static (Timing Timing, int Threads)? Best(IEnumerable<IReadOnlyList<Timing?>> engines) => engines
        .SelectMany(timings => timings.Select((timing, threads) => (Timing: timing!, Threads: threads)))
        .Where(entry => entry.Timing is not null)
        .OrderBy(entry => entry.Timing.Fastest)
        .Select(entry => ((Timing, int)?)entry)
        .FirstOrDefault();
}
