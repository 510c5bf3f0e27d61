using System.Globalization;
using System.Text;

namespace Course;

/// <summary>A small table; made by <see cref="Table.Of{T}"/>.</summary>
public sealed class TableView : HtmlValue
{
    private const int TextColumns = 80; // a terminal's usual width
    private const int LeastColumn = 12;
    private const string Gap = "  ";

    private readonly string[] _headers;
    private readonly Cell[][] _rows;
    private readonly bool[] _isNumeric;
    private string? _caption;

    internal TableView(string[] headers, object?[][] rows)
    {
        _headers = headers;
        _rows = [.. rows.Select(row => row.Select(Cell.Of).ToArray())];
        _isNumeric = [.. headers.Select((_, column) => _rows.Length > 0 && _rows.All(row => row[column].IsNumber))];
        foreach (var column in Enumerable.Range(0, headers.Length).Where(column => _isNumeric[column]))
        {
            var longest = _rows.Max(row => row[column].Tail);
            Array.ForEach(_rows, row => row[column] = row[column] with { Missing = longest - row[column].Tail });
        }
    }

    /// <summary>Sets the sentence above the table.</summary>
    public TableView Caption(string caption)
    {
        _caption = caption;
        return this;
    }

    /// <inheritdoc/>
    public override string ToHtml()
    {
        var html = new StringBuilder("<div style=\"overflow-x:auto\"><table style=\"border-collapse:collapse;color:inherit\">");
        if (_caption is not null)
        {
            html.Append("<caption style=\"text-align:left;padding:.3em 0;color:inherit\">").Append(HtmlText.EncodeProse(_caption)).Append("</caption>");
        }

        AppendRow(html.Append("<thead>"), "th scope=\"col\"", "th", [.. _headers.Select(header => new Cell(header, false))]);
        html.Append("</thead><tbody>");
        foreach (var row in _rows)
        {
            AppendRow(html, "td", "td", row);
        }

        return html.Append("</tbody></table></div>").ToString();
    }

    /// <inheritdoc/>
    /// <remarks>At most <see cref="TextColumns"/> wide where words allow it: the widest columns of text are broken over several lines.</remarks>
    public override string ToString()
    {
        string[][] rows = [_headers, .. _rows.Select(row => row.Select(cell => cell.Text + new string(' ', cell.Missing)).ToArray())];
        var widths = Widths(rows);
        var lines = rows.SelectMany(row => Lines(row, widths));
        return string.Join("\n", _caption is null ? lines : lines.Prepend(_caption));
    }

    private int[] Widths(string[][] rows)
    {
        var widths = _headers.Select((_, column) => rows.Max(row => row[column].Length)).ToArray();
        while (widths.Sum() + (Gap.Length * (widths.Length - 1)) > TextColumns)
        {
            var widest = Enumerable.Range(0, widths.Length).Where(column => !_isNumeric[column]).DefaultIfEmpty(-1).MaxBy(column => column < 0 ? 0 : widths[column]);
            if (widest < 0 || widths[widest] <= LeastColumn)
            {
                break;
            }

            widths[widest]--;
        }

        return widths;
    }

    private IEnumerable<string> Lines(string[] row, int[] widths)
    {
        var cells = row.Select((text, column) => _isNumeric[column] ? [text.PadLeft(widths[column])] : Wrap(text, widths[column])).ToArray();
        for (var line = 0; line < cells.Max(cell => cell.Count); line++)
        {
            yield return string.Join(Gap, cells.Select((cell, column) => (line < cell.Count ? cell[line] : "").PadRight(widths[column]))).TrimEnd();
        }
    }

    private static List<string> Wrap(string text, int width)
    {
        List<string> lines = [""];
        foreach (var word in text.Length <= width ? [text] : text.Split(' '))
        {
            if (lines[^1].Length > 0 && lines[^1].Length + 1 + word.Length > width)
            {
                lines.Add(word);
            }
            else
            {
                lines[^1] += lines[^1].Length > 0 ? " " + word : word;
            }
        }

        return lines;
    }

    private void AppendRow(StringBuilder html, string open, string close, Cell[] cells)
    {
        html.Append("<tr style=\"background:none\">");
        for (var i = 0; i < cells.Length; i++)
        {
            var align = _isNumeric[i] ? "right;font-variant-numeric:tabular-nums" : "left";
            html.Append('<').Append(open).Append(" style=\"text-align:").Append(align)
                .Append(";padding:.2em .8em;border:0;border-bottom:1px solid rgba(127,127,127,.35)\">")
                .Append(HtmlText.EncodeProse(cells[i].Text)).Append(cells[i].Filling).Append("</").Append(close).Append('>');
        }

        html.Append("</tr>");
    }

    /// <param name="Text">What stands in it.</param>
    /// <param name="IsNumber">Whether that is a number.</param>
    private sealed record Cell(string Text, bool IsNumber)
    {
        private const char PointSpace = '\u2008'; // as wide as a point
        private const char DigitSpace = '\u2007'; // as wide as a digit

        /// <summary>Characters from the point on.</summary>
        public int Tail => Text.IndexOf('.', StringComparison.Ordinal) is >= 0 and var point ? Text.Length - point : 0;

        /// <summary>How many of them it has fewer than another number of its column.</summary>
        public int Missing { get; init; }

        /// <summary>Space in their place, so that all points of a column stand below each other.</summary>
        public string Filling => Missing == 0 ? "" : Tail == 0 ? PointSpace + new string(DigitSpace, Missing - 1) : new string(DigitSpace, Missing);

        public static Cell Of(object? value) => value switch
        {
            null => new("", false),
            double or float => new(Numbers.Text(Convert.ToDouble(value, CultureInfo.InvariantCulture)), true),
            sbyte or byte or short or ushort or int or uint or long => new(Numbers.Text(Convert.ToInt64(value, CultureInfo.InvariantCulture)), true),
            IFormattable formattable => new(formattable.ToString(null, CultureInfo.InvariantCulture), false),
            _ => new(value.ToString() ?? "", false),
        };
    }
}
