using System.Globalization;
using System.Text;

namespace Course;

/// <summary>A small table; made by <see cref="Table.Of{T}"/>.</summary>
public sealed class TableView : HtmlValue
{
    private readonly string[] _headers;
    private readonly Cell[][] _rows;
    private readonly bool[] _isNumeric;
    private string? _caption;

    internal TableView(string[] headers, object?[][] rows)
    {
        _headers = headers;
        _rows = [.. rows.Select(row => row.Select(Cell.Of).ToArray())];
        _isNumeric = [.. headers.Select((_, column) => _rows.Length > 0 && _rows.All(row => row[column].IsNumber))];
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
    public override string ToString()
    {
        var widths = _headers.Select((header, i) => Math.Max(header.Length, _rows.Select(row => row[i].Text.Length).DefaultIfEmpty().Max())).ToArray();
        IEnumerable<string> lines = [Line(_headers), .. _rows.Select(row => Line([.. row.Select(cell => cell.Text)]))];
        return string.Join("\n", _caption is null ? lines : lines.Prepend(_caption));

        string Line(string[] cells) =>
            string.Join("  ", cells.Select((text, i) => _isNumeric[i] ? text.PadLeft(widths[i]) : text.PadRight(widths[i]))).TrimEnd();
    }

    private void AppendRow(StringBuilder html, string open, string close, Cell[] cells)
    {
        html.Append("<tr style=\"background:none\">");
        for (var i = 0; i < cells.Length; i++)
        {
            var align = _isNumeric[i] ? "right;font-variant-numeric:tabular-nums" : "left";
            html.Append('<').Append(open).Append(" style=\"text-align:").Append(align)
                .Append(";padding:.2em .8em;border:0;border-bottom:1px solid rgba(127,127,127,.35)\">")
                .Append(HtmlText.EncodeProse(cells[i].Text)).Append("</").Append(close).Append('>');
        }

        html.Append("</tr>");
    }

    private sealed record Cell(string Text, bool IsNumber)
    {
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
