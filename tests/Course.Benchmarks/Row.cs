using System.Globalization;
using System.Text.Json.Serialization;

namespace Course.Benchmarks;

/// <summary>One measured figure, where less is better.</summary>
/// <param name="Name">What was measured, how often, on what.</param>
/// <param name="Ours">The figure.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Reference">What it is compared with, in the same unit.</param>
internal sealed record Row(
    string Name,
    double Ours,
    string Unit,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? Reference = null) : IRow
{
    /// <summary>How many times better than the reference.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Ratio => Reference / Ours;

    public string Line()
    {
        var compared = Reference is { } reference ? string.Create(CultureInfo.InvariantCulture, $" {reference,12:0.###} {Ratio,8:0.00}x") : "";
        return string.Create(CultureInfo.InvariantCulture, $"{Name,-60} {Ours,12:0.###}{compared} {Unit}");
    }
}
