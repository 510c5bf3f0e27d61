namespace Course.Cli;

/// <summary>The nearest known word to one that was mistyped.</summary>
internal static class Suggestion
{
    /// <summary>"; did you mean X?" or nothing.</summary>
    /// <param name="word">What was typed.</param>
    /// <param name="known">What would have been understood.</param>
    internal static string For(string word, IEnumerable<string> known)
    {
        var nearest = known
            .Select(candidate => (Word: candidate, Distance: Distance(word.ToLowerInvariant(), candidate.ToLowerInvariant())))
            .Where(candidate => candidate.Distance <= Math.Max(1, Math.Max(word.Length, candidate.Word.Length) / 3))
            .OrderBy(candidate => candidate.Distance)
            .Select(candidate => candidate.Word)
            .FirstOrDefault();
        return nearest is null ? "" : $"; did you mean {nearest}?";
    }

    // Levenshtein, one row at a time.
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var substituted = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substituted, 1 + Math.Min(row[j], row[j - 1]));
            }
        }

        return row[b.Length];
    }
}
