using System.Text;
using static System.FormattableString;

namespace Course;

/// <summary>Lines of text whose letters or pieces are shaded by a weight each: what spoke for an answer, and what against it.</summary>
/// <remarks>The shade is translucent, so that the page's own text colour reads on light and dark paper; an underline says the sign without colour.</remarks>
public sealed class Highlight : HtmlValue
{
    private const double Strongest = 0.55; // of the shade; text stays readable on it

    private readonly Line[] _lines;
    private readonly string _toward;
    private readonly string? _away;
    private readonly double _largest;

    private Highlight(Line[] lines, string toward, string? away)
    {
        (_lines, _toward, _away) = (lines, toward, away);
        _largest = lines.SelectMany(line => line.Parts).Select(part => Math.Abs(part.Weight)).Append(double.Epsilon).Max();
    }

    /// <summary>One line for each row. The largest weight of all lines has the full shade.</summary>
    /// <param name="rows">What the lines are about.</param>
    /// <param name="parts">The letters or pieces of a row, in reading order, each with its weight.</param>
    /// <param name="note">What stands behind the line, such as the answer.</param>
    /// <param name="toward">What a positive weight speaks for.</param>
    /// <param name="away">What a negative weight speaks for; null where there are none.</param>
    /// <exception cref="ArgumentException">A weight that is no finite number.</exception>
    public static Highlight Of<T>(
        IEnumerable<T> rows, Func<T, IEnumerable<(string Text, double Weight)>> parts, Func<T, string> note, string toward, string? away = null)
    {
        ArgumentNullException.ThrowIfNull(rows);
        Line[] lines = [.. rows.Select(row => new Line([.. parts(row)], note(row)))];
        return Array.Find(lines, line => line.Parts.Any(part => !double.IsFinite(part.Weight))) is { } broken
            ? throw new ArgumentException($"Highlight.Of: '{broken.Text}' has a weight that is no finite number", nameof(parts))
            : new(lines, toward, away);
    }

    /// <inheritdoc/>
    public override string ToHtml()
    {
        var html = new StringBuilder("<div style=\"color:inherit;line-height:2.1\"><div style=\"font-size:85%\">").Append(Key(_toward, 1));
        if (_away is not null)
        {
            html.Append(" &nbsp; ").Append(Key(_away, -1));
        }

        html.Append("</div>");
        foreach (var line in _lines)
        {
            html.Append("<div><span role=\"img\" aria-label=\"").Append(HtmlText.Encode(Spoken(line)))
                .Append("\" style=\"font-family:monospace;font-size:115%;overflow-wrap:anywhere;margin-right:1.2em\">")
                .AppendJoin("", line.Parts.Select(part => Shaded(part.Text, part.Weight / _largest)))
                .Append("</span> <span>").Append(HtmlText.EncodeProse(line.Note)).Append("</span></div>");
        }

        return html.Append("</div>").ToString();
    }

    /// <inheritdoc/>
    public override string ToString() => string.Join("\n", _lines.Select(line => $"{line.Text}  {line.Note}\n  {Spoken(line)}"));

    private static string Key(string meaning, double share) => Shaded($" {meaning} ", share);

    private static string Shaded(string text, double share)
    {
        var (rgb, edge) = share >= 0 ? ("192,106,0", "solid") : ("0,103,192", "dashed");
        var strength = Math.Abs(share);
        return Invariant($"<span style=\"background:rgba({rgb},{Strongest * strength:0.###});border-bottom:2px {edge} rgba({rgb},{strength:0.###});padding:.15em .06em\">")
            + HtmlText.Encode(text) + "</span>";
    }

    private static string Spoken(Line line) => string.Join(' ', line.Parts.Select(part => Invariant($"{part.Text}:{part.Weight:+0.00;−0.00;0}")));

    private sealed record Line((string Text, double Weight)[] Parts, string Note)
    {
        public string Text => string.Concat(Parts.Select(part => part.Text));
    }
}
