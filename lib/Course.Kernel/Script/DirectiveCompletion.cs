using Course.Kernel.Directives;

namespace Course.Kernel.Script;

/// <summary>What may stand in a line that starts with a directive: its name, or a file.</summary>
internal static class DirectiveCompletion
{
    private const int MaxMatches = 200;

    /// <summary>The proposals; null if the position is not in a directive.</summary>
    /// <param name="code">The cell.</param>
    /// <param name="position">Of the cursor.</param>
    /// <param name="folder">Where relative paths start.</param>
    public static Completion? Find(string code, int position, string folder)
    {
        var start = position == 0 ? 0 : code.LastIndexOf('\n', position - 1) + 1;
        var line = code[start..position];
        if (!line.StartsWith('#'))
        {
            return null;
        }

        var space = line.IndexOf(' ', StringComparison.Ordinal);
        if (space < 0)
        {
            var names = DirectiveTable.Rows.Select(row => row.Name).Where(name => name.StartsWith(line, StringComparison.Ordinal)).Order(StringComparer.Ordinal);
            return new Completion([.. names.Select(name => new CompletionMatch(name, "keyword"))], start, position);
        }

        if (DirectiveTable.Find(line[..space]) is not { Files: { Count: > 0 } extensions })
        {
            return null;
        }

        var path = line[(space + 1)..].TrimStart(' ', '"');
        var nameStart = path.LastIndexOf('/') + 1;
        return new Completion(Files(folder, path[..nameStart], path[nameStart..], extensions), position - (path.Length - nameStart), position);
    }

    private static List<CompletionMatch> Files(string folder, string path, string prefix, IReadOnlyList<string> extensions)
    {
        try
        {
            return [.. new DirectoryInfo(Path.Combine(folder, path)).EnumerateFileSystemInfos()
                .Where(entry => entry.Name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) && (prefix.Length > 0 || !entry.Name.StartsWith('.')))
                .Where(entry => entry is DirectoryInfo || extensions.Contains(entry.Extension.ToLowerInvariant()))
                .OrderBy(entry => entry.Name, StringComparer.Ordinal)
                .Take(MaxMatches)
                .Select(entry => new CompletionMatch(entry is DirectoryInfo ? entry.Name + "/" : entry.Name, "file"))];
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return []; // no such folder yet: somebody is typing
        }
    }
}
