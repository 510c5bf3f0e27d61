using System.Globalization;

namespace Course;

/// <summary>One state of a progress bar.</summary>
internal sealed class ProgressPicture(
    string label, long done, long total, string? unit, double fraction, string? status, TimeSpan elapsed, bool isFinal) : HtmlValue
{
    private const int TextWidth = 20;

    public override string ToHtml()
    {
        var percent = (100 * fraction).ToString("0", CultureInfo.InvariantCulture);
        return "<div style=\"display:flex;flex-wrap:wrap;gap:.3em .8em;align-items:center;max-width:42em;color:inherit\">"
            + $"<span>{HtmlText.Encode(label)}</span>"
            + $"<div role=\"progressbar\" aria-label=\"{HtmlText.Encode(label)}\" aria-valuemin=\"0\" aria-valuemax=\"100\" aria-valuenow=\"{percent}\" "
            + "style=\"flex:1 1 10em;min-width:6em;height:.6em;border-radius:.3em;background:rgba(127,127,127,.3);overflow:hidden\">"
            + $"<div style=\"width:{percent}%;height:100%;background:#0072b2\"></div></div>"
            + $"<span style=\"font-variant-numeric:tabular-nums;opacity:.85\">{HtmlText.Encode(Figures())}</span></div>";
    }

    public override string ToString()
    {
        var filled = (int)Math.Round(fraction * TextWidth);
        return $"{label} [{new string('=', filled)}{new string('.', TextWidth - filled)}] {Figures()}";
    }

    private string Figures()
    {
        var parts = new List<string> { Amount() };
        if (isFinal)
        {
            parts.Add(Span(elapsed) + (total > 0 && done < total ? ", stopped early" : ""));
        }
        else if (fraction is > 0 and < 1)
        {
            parts.Add(Span(elapsed * ((1 - fraction) / fraction)) + " left");
        }

        if (!string.IsNullOrEmpty(status))
        {
            parts.Add(status);
        }

        return string.Join(" · ", parts);
    }

    private string Amount()
    {
        if (unit != "B")
        {
            return $"{Numbers.Text(done)} of {Numbers.Text(total)}" + (unit is null ? "" : " " + unit);
        }

        return total > 0 ? $"{Megabytes(done)} of {Megabytes(total)} MB" : $"{Megabytes(done)} MB";
    }

    private static string Megabytes(long bytes) => (bytes / 1e6).ToString("0.0", CultureInfo.InvariantCulture);

    private static string Span(TimeSpan span) => span.TotalMinutes >= 1
        ? $"{(int)span.TotalMinutes} min {span.Seconds} s"
        : span.TotalSeconds.ToString(span.TotalSeconds < 10 ? "0.0" : "0", CultureInfo.InvariantCulture) + " s";
}
