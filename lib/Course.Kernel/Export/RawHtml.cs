using System.Text;
using System.Text.RegularExpressions;

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

    private static readonly HashSet<string> Attributes = new(
        "align alt class colspan dir height href id lang open reversed rowspan scope span src start title type width".Split(' '),
        StringComparer.OrdinalIgnoreCase);

    /// <summary>The HTML with only what may pass.</summary>
    /// <param name="html">A piece of raw HTML; it need not be balanced.</param>
    /// <param name="resolveLink">New address of an href; null removes it.</param>
    /// <param name="resolveImage">New address of an src; null removes it.</param>
    public static string Clean(string html, Func<string, string?> resolveLink, Func<string, string?> resolveImage)
    {
        var clean = new StringBuilder(html.Length);
        var at = 0;
        foreach (Match tag in TagPattern().Matches(html))
        {
            clean.Append(EncodeStray(html[at..tag.Index]));
            clean.Append(CleanTag(tag, resolveLink, resolveImage));
            at = tag.Index + tag.Length;
        }

        return clean.Append(EncodeStray(html[at..])).ToString();
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
            .ToList();
        return name.Equals("img", StringComparison.OrdinalIgnoreCase) && attributes.All(attribute => attribute.Name != "src")
            ? Html.Encode(attributes.FirstOrDefault(attribute => attribute.Name == "alt").Value ?? "") // a picture that is not to be had: its words
            : $"<{name}{string.Concat(attributes.Select(attribute => $" {attribute.Name}=\"{Html.Encode(attribute.Value)}\""))}>";
    }

    private static (string Name, string Value)? CleanAttribute(Match attribute, Func<string, string?> resolveLink, Func<string, string?> resolveImage)
    {
        var name = attribute.Groups["name"].Value.ToLowerInvariant();
        var value = System.Net.WebUtility.HtmlDecode(attribute.Groups["value"].Value);
        var resolved = name switch { "href" => resolveLink(value), "src" => resolveImage(value), _ => value };
        return resolved is null ? null : (name, resolved);
    }

    // A < that starts no tag is text; entities stay what they are.
    private static string EncodeStray(string text) => text.Replace("<", "&lt;", StringComparison.Ordinal);

    [GeneratedRegex("""<!--(?<comment>(?s:.*?))-->|<(?<end>/?)(?<name>[a-zA-Z][a-zA-Z0-9-]*)(?<attributes>(?:[^<>"']|"[^"]*"|'[^']*')*)>""")]
    private static partial Regex TagPattern();

    [GeneratedRegex("""(?<name>[a-zA-Z][a-zA-Z0-9-]*)(?:\s*=\s*(?:"(?<value>[^"]*)"|'(?<value>[^']*)'|(?<value>[^\s"'=<>`]+)))?""")]
    private static partial Regex AttributePattern();
}
