namespace Course.Benchmarks.Torch;

/// <summary>What a workload adds to a process, in each engine.</summary>
/// <param name="Workload">What ran.</param>
/// <param name="Engines">In the order of the engines, ours first; of several runs the one that added least. Null: not to be had.</param>
internal sealed record Memory(Workload Workload, IReadOnlyList<PeakMemory?> Engines)
{
    /// <summary>How many times as much the leaner peer adds.</summary>
    public double? Ratio => Engines.Skip(1).Min(memory => memory?.Added) / Engines[0]?.Added;
}
