using System.Text.Json;

namespace Course;

/// <summary>One figure that a notebook promises, from headlines.json.</summary>
/// <param name="Id">Notebook and name: "01-mse".</param>
/// <param name="Title">What is measured.</param>
/// <param name="Unit">Its unit; empty for a plain ratio.</param>
/// <param name="Note">What was measured, over which seeds.</param>
/// <param name="Tiers">The band of each tier, by the tier's name; where browser is not named, the notebook computes what fast does.</param>
internal sealed record HeadlineEntry(
    string Id, string Title, string Unit, string Note, IReadOnlyDictionary<string, HeadlineBand> Tiers)
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web);

    private static readonly Lazy<IReadOnlyList<HeadlineEntry>> Entries = new(static () =>
        JsonSerializer.Deserialize<HeadlineEntry[]>(Resource.Text("headlines.json"), Format)!);

    /// <summary>All of them, in the file's order.</summary>
    public static IReadOnlyList<HeadlineEntry> All => Entries.Value;

    /// <summary>Where the figure has to lie at a tier.</summary>
    public HeadlineBand Band(TierLevel tier) =>
        Tiers.TryGetValue(Tier.NameOf(tier), out var band) ? band : Tiers[Tier.NameOf(TierLevel.Fast)];
}
