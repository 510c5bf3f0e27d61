using System.Text;

namespace Course;

/// <summary>A framed message: badge, title, then lines. HTML and text alternative come from the same blocks.</summary>
/// <remarks>Text takes the page's own colour and the tint is translucent, so one markup serves light and dark pages; the badge is white on a dark shade (contrast above 4.5).</remarks>
internal sealed class Card(CardTone tone, string badge, string title) : HtmlValue
{
    private readonly StringBuilder _html = new();
    private readonly StringBuilder _text = new();

    /// <summary>A sentence; `backticks` set code.</summary>
    public Card Say(string prose)
    {
        _html.Append("<p style=\"margin:.45em 0 0\">").Append(HtmlText.EncodeProse(prose)).Append("</p>");
        _text.Append("\n  ").Append(prose);
        return this;
    }

    /// <summary>Named values, one a row, their starts aligned.</summary>
    public Card Rows(params (string Name, string Value)[] rows)
    {
        _html.Append("<table style=\"margin:.45em 0 0;border-collapse:collapse;background:none;color:inherit\">");
        var width = rows.Max(row => row.Name.Length);
        foreach (var (name, value) in rows)
        {
            _html.Append("<tr style=\"background:none;color:inherit\"><th scope=\"row\" style=\"text-align:left;font-weight:normal;opacity:.75;padding:.1em .9em .1em 0;border:0;vertical-align:top\">")
                .Append(HtmlText.Encode(name))
                .Append("</th><td style=\"text-align:left;padding:.1em 0;border:0;overflow-wrap:anywhere;white-space:pre-wrap\"><code style=\"font-size:.92em\">")
                .Append(HtmlText.Encode(value)).Append("</code></td></tr>");
            _text.Append("\n  ").Append(name.PadRight(width)).Append("  ").Append(value);
        }

        _html.Append("</table>");
        return this;
    }

    /// <summary>A block of C#.</summary>
    public Card Code(string code)
    {
        _html.Append("<pre style=\"margin:.45em 0 0;overflow-x:auto;background:none\"><code class=\"language-csharp\">")
            .Append(HtmlText.Encode(code)).Append("</code></pre>");
        _text.Append("\n\n").Append(code).Append('\n');
        return this;
    }

    /// <inheritdoc/>
    public override string ToHtml()
    {
        var (colour, tint, mark) = Look();
        return $"<div role=\"group\" aria-label=\"{HtmlText.Encode(badge)}: {HtmlText.Encode(title)}\" "
            + $"style=\"border-left:4px solid {colour};background:{tint};border-radius:4px;padding:.6em .9em;margin:.4em 0;max-width:42em;color:inherit;line-height:1.5\">"
            + $"<span style=\"background:{colour};color:#fff;border-radius:3px;padding:.1em .5em;font-size:85%;font-weight:600;white-space:nowrap;margin-right:.35em\"><span aria-hidden=\"true\">{mark}</span> {HtmlText.Encode(badge)}</span> "
            + $"<strong>{HtmlText.EncodeProse(title)}</strong>{_html}</div>";
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Look().Mark} {badge}: {title}{_text}";

    // Okabe–Ito hues, darkened until white text on them reads.
    private (string Colour, string Tint, string Mark) Look() => tone switch
    {
        CardTone.Good => ("#00785a", "rgba(0,158,115,.10)", "✓"),
        CardTone.Bad => ("#b34700", "rgba(213,94,0,.10)", "✗"),
        CardTone.Note => ("#0068a3", "rgba(0,114,178,.10)", "›"),
        _ => ("#5f6368", "rgba(127,127,127,.10)", "○"),
    };
}
