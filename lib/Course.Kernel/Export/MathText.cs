using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Course.Kernel.Export;

/// <summary>
/// Keeps formulas away from Markdown, as Jupyter does: <c>$a_i * b_i$</c> would otherwise lose its underscores and stars.
/// Formulas become single private-use characters around a number, and come back as spans once Markdown is done.
/// </summary>
internal sealed partial class MathText
{
    private const char Open = '\uE000';
    private const char Close = '\uE001';

    // A longer formula may have to break itself on a phone.
    private const int LongestUnbroken = 80;

    private readonly List<string> _spans = [];

    /// <summary>Whether a formula was found by any <see cref="Protect"/>.</summary>
    public bool Any => _spans.Count > 0;

    /// <summary>Markdown with every formula outside code replaced by a mark.</summary>
    public string Protect(string markdown)
    {
        var text = new StringBuilder(markdown.Length);
        for (var at = 0; at < markdown.Length;)
        {
            var length = LiteralLength(markdown, at);
            if (length > 0)
            {
                text.Append(markdown, at, length);
            }
            else if (markdown[at] == '$' && FormulaLength(markdown, at) is var formula and > 0)
            {
                text.Append(Mark(markdown.Substring(at, formula)));
                length = formula;
            }
            else
            {
                text.Append(markdown[at] is Open or Close ? '\uFFFD' : markdown[at]);
                length = 1;
            }

            at += length;
        }

        return text.ToString();
    }

    /// <summary>HTML with every mark replaced by its formula, as TeX text in a span that the page's script typesets.</summary>
    public string Restore(string html) =>
        MarkPattern().Replace(html, mark =>
        {
            var index = int.Parse(mark.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
            var span = index < _spans.Count ? _spans[index] : "";
            var after = mark.Groups[2].Value;

            // A browser may break a line between a typeset formula and the comma after it.
            return after.Length > 0 && span.Length <= LongestUnbroken ? $"<span class=\"glued\">{span}{after}</span>" : span + after;
        });

    private string Mark(string formula)
    {
        var display = formula.StartsWith("$$", StringComparison.Ordinal);
        var tex = formula.Trim('$').Trim();
        _spans.Add($"<span class=\"math {(display ? "display" : "inline")}\">{Html.Encode(tex)}</span>");
        return string.Create(CultureInfo.InvariantCulture, $"{Open}{_spans.Count - 1}{Close}");
    }

    /// <summary>How many characters from <paramref name="at"/> are code or an escape, where a dollar is a dollar; 0 if none.</summary>
    private static int LiteralLength(string text, int at)
    {
        switch (text[at])
        {
            case '\\':
                return Math.Min(2, text.Length - at);
            case '`' or '~' when AtLineStart(text, at) && FencePattern().Match(text, at) is { Success: true } fence && fence.Index == at:
                return fence.Length;
            case '`':
                var run = text.AsSpan(at).IndexOfAnyExcept('`');
                return run < 0 ? text.Length - at : CodeSpanLength(text, at, run);
            default:
                return 0;
        }
    }

    private static int CodeSpanLength(string text, int at, int run)
    {
        for (var end = at + run; (end = text.IndexOf('`', end)) >= 0;)
        {
            var closing = text.AsSpan(end).IndexOfAnyExcept('`');
            closing = closing < 0 ? text.Length - end : closing;
            end += closing;
            if (closing == run)
            {
                return end - at;
            }
        }

        return run;
    }

    /// <summary>Pandoc's rule: no blank inside the dollars, no digit after them, so that "$5 and $10" stays money.</summary>
    private static int FormulaLength(string text, int at)
    {
        var match = DisplayPattern().Match(text, at);
        match = match.Success && match.Index == at ? match : InlinePattern().Match(text, at);
        return match.Success && match.Index == at ? match.Length : 0;
    }

    private static bool AtLineStart(string text, int at) =>
        text.AsSpan(0, at).TrimEnd(" \t>").IsEmpty || text.AsSpan(0, at).TrimEnd(" \t>")[^1] == '\n';

    [GeneratedRegex(@"\G(`{3,}|~{3,})[^\n]*\n(?s:.*?)(\n[ \t>]*\1[`~]*[ \t]*(?=\n|\z)|\z)")]
    private static partial Regex FencePattern();

    [GeneratedRegex(@"\G\$\$(?!\$)(?s:.+?)\$\$")]
    private static partial Regex DisplayPattern();

    [GeneratedRegex(@"\G\$(?![\s$])(?:\\.|\n(?!\s*\n)|[^\\$\n])*?(?<![\s\\])\$(?![\d$])")]
    private static partial Regex InlinePattern();

    [GeneratedRegex("\uE000(\\d{1,6})\uE001([,.;:!?)]*)")]
    private static partial Regex MarkPattern();
}
