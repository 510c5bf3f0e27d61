using static TorchSharp.torch;

namespace Course;

/// <summary>Names, element types and shapes of a network's entries, in their order: what two networks must share to share weights.</summary>
internal static class Architecture
{
    public static ArchitectureEntry[] Of(nn.Module model) =>
        [.. model.state_dict().Select(entry => new ArchitectureEntry(entry.Key, entry.Value.dtype.ToString(), entry.Value.shape))];

    /// <summary>The first entry in which they differ, as a sentence; null when they are the same.</summary>
    public static string? Difference(IReadOnlyList<ArchitectureEntry> saved, IReadOnlyList<ArchitectureEntry> own)
    {
        for (var i = 0; i < Math.Min(saved.Count, own.Count); i++)
        {
            if (!saved[i].Fits(own[i]))
            {
                return $"its entry {i + 1} is {saved[i]}, yours is {own[i]}";
            }
        }

        return saved.Count == own.Count
            ? null
            : saved.Count > own.Count
                ? $"it goes on with {saved[own.Count]}, where yours ends after {own.Count} entries"
                : $"it ends after {saved.Count} entries, where yours goes on with {own[saved.Count]}";
    }
}
