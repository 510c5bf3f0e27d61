namespace Course.Benchmarks.Torch;

/// <summary>The rows that are asked for: those of the named parts, and those whose names contain a word.</summary>
/// <param name="words">Parts, or pieces of names; none: all rows.</param>
internal sealed class Selection(string[] words)
{
    private const string Memory = "memory";

    /// <param name="text">Words between commas.</param>
    public static Selection Of(string text) => new(text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    /// <summary>Those that are timed; parts without a row are left out.</summary>
    public IReadOnlyList<(string Part, IReadOnlyList<Workload> Rows)> Parts { get; } =
        [.. Workloads.Parts().Select(part => (part.Part, Rows: Chosen(words, part.Part, part.Rows))).Where(part => part.Rows.Count > 0)];

    /// <summary>Those whose memory is measured.</summary>
    public IReadOnlyList<Workload> Remembering { get; } = Chosen(words, Memory, Workloads.Remembering());

    /// <summary>What to say of words that are no row's; null: all are.</summary>
    public string? Trouble
    {
        get
        {
            var parts = Workloads.Parts().Append((Part: Memory, Rows: Workloads.Remembering())).ToList();
            var unknown = words.Where(word => !parts.Any(part => Chosen([word], part.Part, part.Rows).Count > 0)).ToList();
            return unknown.Count == 0 ? null
                : $"no row is called {string.Join(", ", unknown)}; say a part ({string.Join(", ", parts.Select(part => part.Part))}) or a piece of a row's name, such as matmul 128";
        }
    }

    private static IReadOnlyList<Workload> Chosen(string[] words, string part, IEnumerable<Workload> rows) => [.. rows.Where(row => words.Length == 0
        || words.Any(word => word.Equals(part, StringComparison.OrdinalIgnoreCase) || row.Name.Contains(word, StringComparison.OrdinalIgnoreCase)))];
}
