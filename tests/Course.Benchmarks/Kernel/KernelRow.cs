using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Course.Benchmarks.Kernel;

/// <summary>One figure of a kernel, where less is better, beside ipykernel's from the same run.</summary>
/// <param name="Name">What was measured, how often.</param>
/// <param name="Unit">The figures' unit.</param>
/// <param name="Ours">Our kernel's.</param>
/// <param name="Reference">ipykernel's; null where it has nothing of the kind.</param>
internal sealed record KernelRow(
    string Name,
    string Unit,
    KernelRow.Figure Ours,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] KernelRow.Figure? Reference) : IRow
{
    /// <summary>How many times as much as the reference.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Ratio => Ours.Median / Reference?.Median;

    public string Line() => string.Create(CultureInfo.InvariantCulture, $"{Name,-50} {Unit,-4} {Ours,-30} {Reference,-30} {Ratio:0.00}").TrimEnd();

    /// <summary>What was found.</summary>
    /// <param name="Median">The middle value.</param>
    /// <param name="Low">A tenth of the values are below.</param>
    /// <param name="High">A tenth are above.</param>
    internal sealed record Figure(double Median, double Low, double High)
    {
        internal static Figure Of(JsonNode row) => new((double)row[1]!, (double)row[2]!, (double)row[3]!);

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Median:0.###} ({Low:0.###} to {High:0.###})");
    }
}
