using System.Collections;
using System.Globalization;
using static System.FormattableString;

namespace Course;

/// <summary>The Carnegie Mellon Pronouncing Dictionary: 133,784 entries of 125,005 words, alphabetical.</summary>
/// <remarks>Carnegie Mellon University 1993–2015; BSD 2-clause.</remarks>
public sealed class CmuDict : IReadOnlyList<Pronunciation>
{
    private const string File = "cmudict/cmudict.txt.gz";

    private readonly Pronunciation[] _entries;

    private CmuDict(Pronunciation[] entries) => _entries = entries;

    /// <inheritdoc/>
    public int Count => _entries.Length;

    /// <inheritdoc/>
    public Pronunciation this[int index] => _entries[index];

    /// <inheritdoc/>
    public IEnumerator<Pronunciation> GetEnumerator() => ((IEnumerable<Pronunciation>)_entries).GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal static CmuDict Load(DataStore store) =>
        new([.. Lines.Of(store.Read("cmudict", File), File).Select((line, i) => Parse(line, i))]);

    // WORD, perhaps "(1)", two spaces, phonemes.
    internal static Pronunciation Parse(string line, int index)
    {
        var gap = line.IndexOf("  ", StringComparison.Ordinal);
        if (gap <= 0 || gap + 2 >= line.Length)
        {
            throw new DatasetException(Invariant($"{File}, line {index + 1}: '{line}' is not a word, two spaces and phonemes."));
        }

        var (word, variant) = SplitVariant(line[..gap]);
        return new(word, variant, line[(gap + 2)..].Split(' '));
    }

    private static (string Word, int Variant) SplitVariant(string head) =>
        head.EndsWith(')') && head.LastIndexOf('(') is > 0 and var open
            && int.TryParse(head.AsSpan(open + 1, head.Length - open - 2), NumberStyles.None, CultureInfo.InvariantCulture, out var variant)
            ? (head[..open], variant)
            : (head, 0);
}
