using System.Text.Json.Serialization;

namespace Course.Benchmarks;

/// <summary>One measured figure.</summary>
/// <param name="Name">What was measured, how often, on what.</param>
/// <param name="Value">The figure.</param>
/// <param name="Unit">Its unit.</param>
internal sealed record Row(string Name, [property: JsonPropertyName("ours")] double Value, string Unit)
{
    /// <summary>What it is compared with, in the same unit.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Reference { get; init; }

    /// <summary>How many times faster than the reference.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Ratio { get; init; }
}
