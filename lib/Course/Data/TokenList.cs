using System.Text;
using static System.FormattableString;

namespace Course;

/// <summary>Writes tokens for people: unseen characters by name, neighbours in the code as a range.</summary>
internal static class TokenList
{
    private const int MostParts = 80;
    private const int LeastRange = 3;

    /// <summary>"space, line break, ! ? A–Z a–z".</summary>
    public static string Of(IReadOnlyList<string> tokens)
    {
        var parts = new List<string>();
        for (var i = 0; i < tokens.Count;)
        {
            var end = i + 1;
            while (end < tokens.Count && Follows(tokens[end - 1], tokens[end]))
            {
                end++;
            }

            if (end - i >= LeastRange)
            {
                parts.Add($"{tokens[i]}–{tokens[end - 1]}");
            }
            else
            {
                parts.AddRange(tokens.Skip(i).Take(end - i).Select(Short));
            }

            i = end;
        }

        return string.Join(' ', parts.Take(MostParts)) + (parts.Count > MostParts ? " …" : "");
    }

    /// <summary>For a sentence: 'é' (U+00E9).</summary>
    public static string Name(string token) =>
        Rune.TryGetRuneAt(token.Length == 0 ? " " : token, 0, out var rune) && rune.Utf16SequenceLength == token.Length
            ? Invariant($"'{Short(token)}' (U+{rune.Value:X4})")
            : $"'{token}'";

    /// <summary>A sign for what has none.</summary>
    public static string Short(string token) => token switch
    {
        " " => "␣",
        "\n" => "↵",
        "\t" => "⇥",
        _ => token,
    };

    // Only letters and digits: a range of signs would say nothing.
    private static bool Follows(string a, string b) =>
        a.Length == 1 && b.Length == 1 && b[0] == a[0] + 1 && char.IsLetterOrDigit(a[0]) && char.IsLetterOrDigit(b[0]);
}
