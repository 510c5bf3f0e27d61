using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Course.Kernel.Export;

/// <summary>Terminal text as HTML: colours become spans, an overwritten line shows its last state.</summary>
internal static partial class AnsiText
{
    /// <summary>The text with SGR colours as spans of the classes <c>ansi-*</c>; other escape sequences are dropped.</summary>
    public static string ToHtml(string text)
    {
        var html = new StringBuilder(text.Length + 64);
        var style = Style.Plain;
        var at = 0;
        foreach (Match escape in EscapePattern().Matches(text))
        {
            Append(html, text[at..escape.Index], style);
            style = escape.Groups["sgr"].Success ? style.Apply(escape.Groups["sgr"].Value) : style;
            at = escape.Index + escape.Length;
        }

        Append(html, text[at..], style);
        return html.ToString();
    }

    /// <summary>What a terminal would show of a text with carriage returns: each line as last written.</summary>
    public static string Settle(string text)
    {
        if (!text.Contains('\r', StringComparison.Ordinal))
        {
            return text;
        }

        var lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n');
        return string.Join('\n', lines.Select(line => line.TrimEnd('\r')).Select(line => line[(line.LastIndexOf('\r') + 1)..]));
    }

    private static void Append(StringBuilder html, string text, Style style)
    {
        if (text.Length == 0)
        {
            return;
        }

        var attributes = style.Attributes();
        html.Append(attributes.Length == 0 ? Html.Encode(text) : $"<span{attributes}>{Html.Encode(text)}</span>");
    }

    [GeneratedRegex(@"\x1b(?:\[(?<sgr>[\d;]*)m|\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[@-Z\\^_])")]
    private static partial Regex EscapePattern();

    private readonly record struct Style(string? Ink, string? Paper, bool Bold, bool Faint, bool Italic, bool Underline)
    {
        public static Style Plain => default;

        public Style Apply(string codes)
        {
            var style = this;
            var numbers = new Queue<int>(codes.Split(';').Select(code => int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0));
            while (numbers.TryDequeue(out var code))
            {
                style = style.Apply(code, numbers);
            }

            return style;
        }

        public string Attributes()
        {
            string?[] classes = [Class("ansi-", Ink), Class("ansi-bg-", Paper), Bold ? "ansi-bold" : null, Faint ? "ansi-faint" : null, Italic ? "ansi-italic" : null, Underline ? "ansi-underline" : null];
            var names = string.Join(' ', classes.OfType<string>());
            var css = string.Concat(Css("color", Ink), Css("background-color", Paper));
            return (names.Length > 0 ? $" class=\"{names}\"" : "") + (css.Length > 0 ? $" style=\"{css}\"" : "");
        }

        // A colour is a digit 0 to 15 of the palette, or a CSS colour.
        private static string? Class(string prefix, string? colour) => colour is null or ['#', ..] ? null : prefix + colour;

        private static string Css(string property, string? colour) => colour is ['#', ..] ? $"{property}:{colour};" : "";

        private Style Apply(int code, Queue<int> rest) => code switch
        {
            0 => Plain,
            1 => this with { Bold = true },
            2 => this with { Faint = true },
            3 => this with { Italic = true },
            4 => this with { Underline = true },
            22 => this with { Bold = false, Faint = false },
            23 => this with { Italic = false },
            24 => this with { Underline = false },
            >= 30 and <= 37 => this with { Ink = Palette(code - 30) },
            38 => this with { Ink = Extended(rest) },
            39 => this with { Ink = null },
            >= 40 and <= 47 => this with { Paper = Palette(code - 40) },
            48 => this with { Paper = Extended(rest) },
            49 => this with { Paper = null },
            >= 90 and <= 97 => this with { Ink = Palette(code - 82) },
            >= 100 and <= 107 => this with { Paper = Palette(code - 92) },
            _ => this,
        };

        private static string Palette(int n) => n.ToString(CultureInfo.InvariantCulture);

        private static string? Extended(Queue<int> rest)
        {
            if (!rest.TryDequeue(out var kind))
            {
                return null;
            }

            if (kind == 5 && rest.TryDequeue(out var n))
            {
                return n < 16 ? Palette(n) : n < 232 ? Cube(n - 16) : Rgb(8 + (10 * (n - 232)), 8 + (10 * (n - 232)), 8 + (10 * (n - 232)));
            }

            return kind == 2 && rest.TryDequeue(out var r) && rest.TryDequeue(out var g) && rest.TryDequeue(out var b) ? Rgb(r, g, b) : null;
        }

        private static string Cube(int n) => Rgb(Level(n / 36), Level(n / 6 % 6), Level(n % 6));

        private static int Level(int n) => n == 0 ? 0 : 55 + (40 * n);

        private static string Rgb(int r, int g, int b) => string.Create(CultureInfo.InvariantCulture, $"#{r & 255:x2}{g & 255:x2}{b & 255:x2}");
    }
}
