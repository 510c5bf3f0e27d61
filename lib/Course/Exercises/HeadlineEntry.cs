using System.Text.Json;

namespace Course;

/// <summary>One figure that a notebook promises, from headlines.json.</summary>
/// <param name="Id">Notebook and name: "01-mse".</param>
/// <param name="Title">What is measured.</param>
/// <param name="Unit">Its unit; empty for a plain ratio.</param>
/// <param name="Note">What was measured, over which seeds.</param>
/// <param name="Tiers">The band of each tier, by the tier's name.</param>
internal sealed record HeadlineEntry(
    string Id, string Title, string Unit, string Note, IReadOnlyDictionary<string, HeadlineBand> Tiers)
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web);

    private static readonly Lazy<IReadOnlyList<HeadlineEntry>> Entries = new(static () =>
        JsonSerializer.Deserialize<HeadlineEntry[]>(Resource.Text("headlines.json"), Format)!);

    /// <summary>All of them, in the file's order.</summary>
    public static IReadOnlyList<HeadlineEntry> All => Entries.Value;
}
