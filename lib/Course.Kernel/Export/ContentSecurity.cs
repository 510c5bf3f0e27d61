using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Course.Kernel.Export;

/// <summary>The security policy of a page: its own files, and exactly the inline scripts that its outputs hold.</summary>
internal static partial class ContentSecurity
{
    /// <summary>The value for a Content-Security-Policy <c>meta</c>.</summary>
    /// <param name="outputs">The HTML that may run scripts: outputs of code cells, never markdown.</param>
    /// <remarks>
    /// connect-src is none: a page cannot fetch, post or report. Inline styles are allowed, because charts, formulas and tables are made of them;
    /// eval is not, and plotly.js, KaTeX and mermaid do without.
    /// </remarks>
    public static string Policy(IEnumerable<string> outputs)
    {
        var hashes = outputs.SelectMany(InlineScripts).Select(Hash).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return $"default-src 'none'; script-src {string.Join(' ', ["'self'", .. hashes])}; style-src 'self' 'unsafe-inline'; "
            + "img-src 'self' data: blob:; font-src 'self' data:; media-src 'self' data: blob:; base-uri 'none'; form-action 'none'";
    }

    private static IEnumerable<string> InlineScripts(string html) =>
        ScriptPattern().Matches(html).Select(match => match.Groups["code"].Value);

    // The browser hashes what its parser saw: line ends are newlines.
    private static string Hash(string script) =>
        $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n'))))}'";

    [GeneratedRegex("""<script(?=[\s>/])(?:[^>"']|"[^"]*"|'[^']*')*>(?<code>(?s:.*?))</script""", RegexOptions.IgnoreCase)]
    private static partial Regex ScriptPattern();
}
