namespace Course.Kernel.Notebooks.Prose;

/// <summary>Where a formula begins and ends in running text.</summary>
internal static class FormulaText
{
    private const string Dollars = "$$";
    private const string Begin = @"\begin{";

    /// <summary>The formula that begins at a position; null if none does.</summary>
    /// <param name="text">Text without a blank line: no formula goes over one.</param>
    /// <param name="at">A dollar or a backslash.</param>
    internal static Formula? At(ReadOnlySpan<char> text, int at)
    {
        if (text[at] == '\\')
        {
            return Environment(text[at..]);
        }

        var run = text[at..].IndexOfAnyExcept('$');
        return IsInRun(text, at) ? null : run switch
        {
            1 => Inline(text[at..]),
            2 => Display(text[at..]),
            _ => null,
        };
    }

    /// <summary>What the line that ends a displayed formula ends with, if this line begins one that goes on below; else null.</summary>
    internal static string? ClosingOf(ReadOnlySpan<char> line)
    {
        if (line.StartsWith(Dollars))
        {
            return line[2..].Contains('$') ? null : Dollars;
        }

        var name = EnvironmentName(line);
        var closing = $@"\end{{{name}}}";
        return name.Length == 0 || line.IndexOf(closing, StringComparison.Ordinal) >= 0 ? null : closing;
    }

    /// <summary>The formula between its dollars; an environment stays whole.</summary>
    internal static string WithoutDollars(string formula)
    {
        var text = formula.AsSpan().Trim();
        text = text.StartsWith(Dollars) ? text[2..] : text;
        text = text.EndsWith(Dollars) ? text[..^2] : text;
        return text.Trim().ToString();
    }

    // The second dollar of $$$ begins nothing, but the one after an escaped dollar may.
    private static bool IsInRun(ReadOnlySpan<char> text, int at) => at > 0 && text[at - 1] == '$' && (at == 1 || text[at - 2] != '\\');

    /// <summary>Pandoc's rule: no blank inside the dollars, no digit after them, so that "$5 and $10" stays money.</summary>
    private static Formula? Inline(ReadOnlySpan<char> text)
    {
        var end = Closing(text, 1, "$");
        return end > 1 && !char.IsWhiteSpace(text[1]) && !char.IsWhiteSpace(text[end - 1])
            && (end + 1 == text.Length || !(char.IsAsciiDigit(text[end + 1]) || text[end + 1] == '$'))
            ? new Formula(end + 1, text[1..end].ToString(), IsDisplay: false)
            : null;
    }

    private static Formula? Display(ReadOnlySpan<char> text)
    {
        var end = Closing(text, 2, Dollars);
        return end > 2 && !text[2..end].IsWhiteSpace() ? new Formula(end + 2, text[2..end].Trim().ToString(), IsDisplay: true) : null;
    }

    private static Formula? Environment(ReadOnlySpan<char> text)
    {
        var closing = $@"\end{{{EnvironmentName(text)}}}";
        var end = closing.Length == 6 ? -1 : text.IndexOf(closing, StringComparison.Ordinal);
        return end < 0 ? null : new Formula(end + closing.Length, text[..(end + closing.Length)].ToString(), IsDisplay: true);
    }

    private static ReadOnlySpan<char> EnvironmentName(ReadOnlySpan<char> text)
    {
        var name = text.StartsWith(Begin) ? text[Begin.Length..] : [];
        var end = name.IndexOf('}');
        return end > 0 && !name[..end].TrimEnd('*').ContainsAnyExceptInRange('a', 'z') ? name[..end] : [];
    }

    /// <summary>The first place of the closing dollars that no backslash stands before.</summary>
    private static int Closing(ReadOnlySpan<char> text, int start, string dollars)
    {
        for (var at = start; at < text.Length; at++)
        {
            if (text[at] == '\\')
            {
                at++;
            }
            else if (text[at..].StartsWith(dollars))
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>A formula in running text.</summary>
    /// <param name="Length">Characters that it takes, dollars included.</param>
    /// <param name="Tex">What KaTeX is to set.</param>
    /// <param name="IsDisplay">On a line of its own.</param>
    internal sealed record Formula(int Length, string Tex, bool IsDisplay);
}
