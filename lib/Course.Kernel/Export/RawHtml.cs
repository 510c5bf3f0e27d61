using System.Text;
using System.Text.RegularExpressions;
using Course.Kernel.Notebooks.Prose;

namespace Course.Kernel.Export;

/// <summary>
/// Raw HTML inside Markdown: tags that lay out text pass, with harmless attributes; any other tag is shown as the text it is.
/// </summary>
/// <remarks>
/// Authors want <c>details</c>, <c>kbd</c> or a table; nobody wants a pasted paragraph to run a script. Scripts belong in a cell's output,
/// where they came from code that the reader chose to run. The page's security policy is the second wall: it knows only those scripts.
/// </remarks>
internal static partial class RawHtml
{
    private static readonly HashSet<string> Tags = new(
        ("a abbr b blockquote br caption center cite code col colgroup dd del details dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q "
        + "s samp small span strong sub summary sup table tbody td tfoot th thead tr u ul var wbr").Split(' '),
        StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> CodeTags = new(["code", "kbd", "pre", "samp"], StringComparer.OrdinalIgnoreCase);

    private static readonly char[] FormulaMarks = ['$', '\\'];

    private static readonly HashSet<string> Attributes = new(
        "align alt class colspan dir height href id lang name open reversed rowspan scope span src start title type width".Split(' '),
        StringComparer.OrdinalIgnoreCase);

    /// <summary>The HTML with only what may pass.</summary>
    /// <param name="html">A piece of raw HTML; it need not be balanced.</param>
    /// <param name="resolveLink">New address of an href; null removes it.</param>
    /// <param name="resolveImage">New address of an src; null removes it.</param>
    /// <param name="set">A formula's TeX and whether it is displayed, as HTML.</param>
    public static string Clean(string html, Func<string, string?> resolveLink, Func<string, string?> resolveImage, Func<string, bool, string> set)
    {
        var clean = new StringBuilder(html.Length);
        var (at, codeDepth) = (0, 0);
        foreach (Match tag in TagPattern().Matches(html))
        {
            AppendText(clean, html[at..tag.Index], codeDepth > 0 ? null : set);
            clean.Append(CleanTag(tag, resolveLink, resolveImage));
            at = tag.Index + tag.Length;
            codeDepth += !CodeTags.Contains(tag.Groups["name"].Value) ? 0 : tag.Groups["end"].Length > 0 ? -1 : 1;
        }

        AppendText(clean, html[at..], codeDepth > 0 ? null : set);
        return clean.ToString();
    }

    private static void AppendText(StringBuilder html, string text, Func<string, bool, string>? set)
    {
        var from = 0;
        for (var at = text.IndexOfAny(FormulaMarks); set is not null && at >= 0 && at < text.Length; at = text.IndexOfAny(FormulaMarks, at))
        {
            if (FormulaText.At(text, at) is { } formula)
            {
                html.Append(EncodeStray(text[from..at])).Append(set(System.Net.WebUtility.HtmlDecode(formula.Tex), formula.IsDisplay));
                from = at + formula.Length;
            }

            at = Math.Max(at + (text[at] == '\\' ? 2 : 1), from);
        }

        html.Append(EncodeStray(text[from..]));
    }

    private static string CleanTag(Match tag, Func<string, string?> resolveLink, Func<string, string?> resolveImage)
    {
        if (tag.Groups["comment"].Success)
        {
            return "";
        }

        var name = tag.Groups["name"].Value;
        if (!Tags.Contains(name))
        {
            return Html.Encode(tag.Value);
        }

        if (tag.Groups["end"].Length > 0)
        {
            return $"</{name}>";
        }

        var attributes = AttributePattern().Matches(tag.Groups["attributes"].Value)
            .Where(attribute => Attributes.Contains(attribute.Groups["name"].Value))
            .DistinctBy(attribute => attribute.Groups["name"].Value.ToLowerInvariant())
            .Select(attribute => CleanAttribute(attribute, resolveLink, resolveImage))
            .OfType<(string Name, string Value)>()
            .DistinctBy(attribute => attribute.Name)
            .ToList();
        return name.Equals("img", StringComparison.OrdinalIgnoreCase) && attributes.All(attribute => attribute.Name != "src")
            ? Html.Encode(attributes.FirstOrDefault(attribute => attribute.Name == "alt").Value ?? "") // a picture that is not to be had: its words
            : $"<{name}{string.Concat(attributes.Select(attribute => $" {attribute.Name}=\"{Html.Encode(attribute.Value)}\""))}>";
    }

    private static (string Name, string Value)? CleanAttribute(Match attribute, Func<string, string?> resolveLink, Func<string, string?> resolveImage)
    {
        var name = attribute.Groups["name"].Value.ToLowerInvariant();
        var value = System.Net.WebUtility.HtmlDecode(attribute.Groups["value"].Value);
        var resolved = name switch { "href" => resolveLink(value), "src" => resolveImage(value), "id" or "name" => Slug.Of(value), _ => value };
        return resolved is null ? null : (name == "name" ? "id" : name, resolved); // what links found by its name in HTML 4
    }

    // A < that starts no tag is text; entities stay what they are.
    private static string EncodeStray(string text) => text.Replace("<", "&lt;", StringComparison.Ordinal);

    [GeneratedRegex("""<!--(?<comment>(?s:.*?))-->|<(?<end>/?)(?<name>[a-zA-Z][a-zA-Z0-9-]*)(?<attributes>(?:[^<>"']|"[^"]*"|'[^']*')*)>""")]
    private static partial Regex TagPattern();

    [GeneratedRegex("""(?<name>[a-zA-Z][a-zA-Z0-9-]*)(?:\s*=\s*(?:"(?<value>[^"]*)"|'(?<value>[^']*)'|(?<value>[^\s"'=<>`]+)))?""")]
    private static partial Regex AttributePattern();
}
