using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Course;

/// <summary>Collects SVG elements and wraps them into a document with light and dark ink.</summary>
/// <remarks>The document paints its own paper, so that it is readable wherever it is shown. The page's script
/// swaps <see cref="DarkQuery"/> for the theme that it finds.</remarks>
internal sealed partial class SvgDocument(double width, double height)
{
    /// <summary>The media query under which the ink is light.</summary>
    public const string DarkQuery = "(prefers-color-scheme:dark)";

    /// <summary>Of drawn and of interactive charts: a drawing shown as a picture knows no fonts of the page.</summary>
    public const string Font = "system-ui,-apple-system,'Segoe UI',sans-serif";

    private const double CharacterWidth = 0.54;

    private readonly StringBuilder _body = new();

    public double Width { get; } = width;

    public double Height { get; } = height;

    /// <summary>Estimated width of a text in pixels; a file shown as an image cannot measure.</summary>
    public static double TextWidth(string text, double size) => text.Length * size * CharacterWidth;

    /// <summary>Breaks a text at spaces into lines that fit.</summary>
    public static IReadOnlyList<string> Wrap(string text, double size, double width)
    {
        var lines = new List<string>();
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (lines.Count > 0 && TextWidth(lines[^1] + " " + word, size) <= width)
            {
                lines[^1] += " " + word;
            }
            else
            {
                lines.Add(word);
            }
        }

        return lines;
    }

    /// <summary>Appends markup; numbers in it are written invariantly, to a tenth of a pixel.</summary>
    public void Add(SvgMarkup markup) => _body.Append(markup.ToString()).Append('\n');

    /// <summary>Pictures of class n are seen on dark paper as <see cref="Rgb.Turned"/> has them.</summary>
    public void AddTurning() => Add($"<filter id=\"n\" x=\"0\" y=\"0\" width=\"1\" height=\"1\" color-interpolation-filters=\"sRGB\"><feColorMatrix values=\".528 -1.316 -.132 0 1 -.392 -.396 -.132 0 1 -.392 -1.316 .788 0 1 0 0 0 1 0\"/></filter>");

    /// <summary>Text whose baseline is at y; the anchor is start, middle or end; the style is further attributes, ready-made.</summary>
    public void Text(double x, double y, string text, double size = 12, string anchor = "start", string style = "")
    {
        if (text.Length == 0)
        {
            return;
        }

        var at = style.Length > 0 ? " " + style : "";
        Add($"<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\" text-anchor=\"{anchor}\"{at}>{HtmlText.Encode(Minus().Replace(text, "−"))}</text>");
    }

    /// <summary>Draws once where both papers take the same colours, else a second time for dark paper.</summary>
    public void InBothLights(ColorScale scale, Action<ColorScale> draw)
    {
        if (ReferenceEquals(scale.Dark, scale))
        {
            draw(scale);
            return;
        }

        foreach (var (name, ofPaper) in new[] { ("l", scale), ("d", scale.Dark) })
        {
            Add($"<g class=\"{name}\">");
            draw(ofPaper);
            Add($"</g>");
        }
    }

    // Only the colours that occur.
    private static string DarkRules(string body) => string.Concat(Palette.Dark
        .Where(shade => body.Contains(shade.Key, StringComparison.Ordinal))
        .Select(shade => $"[fill=\"{shade.Key}\"]{{fill:{shade.Value}}}[stroke=\"{shade.Key}\"]{{stroke:{shade.Value}}}"));

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" width=\"{Width}\" height=\"{Height}\" font-family=\"{Font}\">")
        + "<style>.d{display:none}.b{fill:#0067c0}.v{fill:#b84a00}.p,.paper{fill:#fff}.i{fill:#222}.s{stroke:#222}.g{stroke:#222;stroke-opacity:.14}.h{stroke:#fff}text{fill:#222}"
        + "@media " + DarkQuery + "{.l{display:none}.d{display:inline}.n{filter:url(#n)}.b{fill:#6cb2ff}.v{fill:#f0a04b}.p,.paper{fill:#1b1d21}.i,text{fill:#e6e6e6}.s,.g{stroke:#e6e6e6}.h{stroke:#1b1d21}" + DarkRules(_body.ToString()) + "}</style>\n"
        + "<rect class=\"paper\" width=\"100%\" height=\"100%\" rx=\"4\"/>\n"
        + _body + "</svg>";

    // The hyphen before a number, but not the one of 1e-5 or 2026-11.
    [GeneratedRegex(@"(?<![\w.\-])-(?=\.?\d)")]
    private static partial Regex Minus();
}
