namespace Course.Kernel;

/// <summary>Guesses which known word a mistyped one was meant to be.</summary>
/// <remarks>lib/Course, which cannot refer to this assembly, has its twin in Notebook/Suggestion.cs: the same measure, the same threshold.</remarks>
internal static class NearestWord
{
    /// <summary>The known word nearest to the given one, upper and lower case alike; null when none is near.</summary>
    public static string? To(string given, IEnumerable<string> known)
    {
        var (word, distance) = known
            .Select(word => (Word: word, Distance: Distance(given, word)))
            .OrderBy(pair => pair.Distance).ThenBy(pair => pair.Word, StringComparer.Ordinal)
            .FirstOrDefault();
        return word is not null && distance <= Math.Max(2, given.Length / 3) ? word : null;
    }

    // Levenshtein's edit distance, one row at a time.
    private static int Distance(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var substitute = diagonal + (char.ToUpperInvariant(from[i - 1]) == char.ToUpperInvariant(to[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substitute, 1 + Math.Min(row[j], row[j - 1]));
            }
        }

        return row[^1];
    }
}
