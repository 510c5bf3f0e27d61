using System.Text.Json.Serialization;

namespace Course.Benchmarks.Torch;

/// <summary>Something all engines do: <see cref="Workloads"/> and reference.py build it from the same kind and sizes.</summary>
internal sealed record Workload(string Name, string Kind, params int[] Sizes)
{
    /// <summary>Additions and multiplications of its matrix products; null: a limit would say nothing.</summary>
    public double? Flops { get; init; }

    /// <summary>What no implementation can avoid to move, in bytes.</summary>
    public double Bytes { get; init; }

    /// <summary>Of a repetition, where the figure is a rate of them.</summary>
    public int? Samples { get; init; }

    /// <summary>At most so many times the limit, and at least so many times as fast as the faster peer.</summary>
    [JsonIgnore]
    public (double? OfLimit, double? OfPeers) Bar { get; init; }

    /// <summary>One measurement serves every row that asks for it.</summary>
    [JsonIgnore]
    public string Key => string.Join(' ', [Kind, .. Sizes]);
}
