using Course.Benchmarks.Torch;

namespace Course.Benchmarks.Tests.Torch;

/// <summary>Invented measurements.</summary>
internal static class Figures
{
    /// <summary>One round of a row in ours and the peers, by threads; null: not to be had.</summary>
    public static Outcome Outcome(string name, params double?[][] engines) => Outcome(new Workload(name, "matmul"), engines);

    public static Outcome Outcome(Workload workload, params double?[][] engines) =>
        new(workload, [.. engines.Select(engine => (IReadOnlyList<Timing?>)[.. engine.Select(seconds => seconds is { } figure ? new Timing([figure]) : null)])]);
}
