using System.Text.Json.Serialization;

namespace Course.Benchmarks.Torch;

/// <summary>One workload in one engine with one number of threads.</summary>
/// <param name="Rounds">Seconds per repetition, one figure a round.</param>
internal sealed record Timing(IReadOnlyList<double> Rounds)
{
    /// <summary>The one figure to compare on a machine that others may use.</summary>
    [JsonIgnore]
    public double Fastest => Rounds.Min();

    [JsonIgnore]
    public double Median
    {
        get
        {
            var sorted = Rounds.Order().ToList();
            return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
        }
    }

    /// <summary>By how much of the fastest round the slowest is slower.</summary>
    [JsonIgnore]
    public double Spread => (Rounds.Max() / Fastest) - 1;
}
