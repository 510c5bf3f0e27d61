namespace Course;

/// <summary>Guesses what a mistyped name meant.</summary>
/// <remarks>The twin of NearestWord in lib/Course.Kernel, which notebooks do not load: the same measure, the same threshold.</remarks>
internal static class Suggestion
{
    /// <summary>The known name nearest to the given one, or null when none is near.</summary>
    public static string? For(string given, IEnumerable<string> known)
    {
        var best = known
            .Select(name => (Name: name, Distance: Distance(given, name)))
            .OrderBy(pair => pair.Distance).ThenBy(pair => pair.Name, StringComparer.Ordinal)
            .FirstOrDefault();
        return best.Name is not null && best.Distance <= Math.Max(2, given.Length / 3) ? best.Name : null;
    }

    // Levenshtein's edit distance, one row at a time.
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var substitute = diagonal + (char.ToUpperInvariant(a[i - 1]) == char.ToUpperInvariant(b[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substitute, 1 + Math.Min(row[j], row[j - 1]));
            }
        }

        return row[^1];
    }
}
