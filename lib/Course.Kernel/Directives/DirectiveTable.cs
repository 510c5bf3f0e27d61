using Course.Kernel.Formatting;

namespace Course.Kernel.Directives;

/// <summary>The directives that cells may use beside C#'s own.</summary>
internal static class DirectiveTable
{
    private static readonly string[] Markup = ["#!html", "#!markdown", "#!mermaid", "#!javascript", "#!js"];
    private static readonly string[] CSharp = ["#!csharp", "#!C#", "#!c#"];
    private static readonly string[] Others = ["#!import", "#!time"];

    public static IEnumerable<string> All => [.. Markup, CSharp[0], .. Others];

    public static bool IsMarkup(string name) => Markup.Contains(name);

    public static bool IsCSharp(string name) => CSharp.Contains(name);

    /// <summary>True for a line that ends a text in another language.</summary>
    public static bool IsSwitch(string line)
    {
        var name = line.Split((char[]?)null, 2)[0];
        return IsMarkup(name) || IsCSharp(name) || Others.Contains(name);
    }

    public static string Unknown(string name)
    {
        var given = name.ToLowerInvariant();
        var nearest = All.MinBy(known => Distance(known, given))!;
        return Distance(nearest, given) <= 3
            ? $"There is no directive {name}. Did you mean {nearest}?"
            : $"There is no directive {name}. There are: {string.Join(", ", All)}.";
    }

    // Levenshtein: the fewest single-letter edits from one to the other.
    private static int Distance(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var substitute = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substitute, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
