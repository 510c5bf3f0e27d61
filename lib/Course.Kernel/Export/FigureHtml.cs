using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Course.Kernel.Export;

/// <summary>Makes a figure of each chart of an output: with a number that the page counts, an address and a caption.</summary>
internal sealed partial class FigureHtml
{
    // Of a page's text, pixels: a chart that is smaller ends with the text, a larger one with the code.
    private const int TextWidth = 672;
    private const string Drawing = "data:image/svg+xml;base64,";

    /// <summary>Figures of the page so far.</summary>
    public int Count { get; private set; }

    /// <summary>How many charts an output of a cell holds.</summary>
    public static int CountIn(JsonObject output) =>
        NotebookText.Of(output["data"]?["text/html"]).Split("<div class=\"course-chart\" data-chart=").Length - 1;

    /// <summary>The output with its charts in figures.</summary>
    /// <param name="html">Clean.</param>
    public string Wrap(string html)
    {
        if (!html.Contains("course-chart", StringComparison.Ordinal))
        {
            return html;
        }

        var document = new HtmlParser().ParseDocument("<body></body>");
        document.Body!.InnerHtml = html;
        foreach (var chart in document.Body.QuerySelectorAll("div.course-chart[data-chart]").Where(chart => chart.Closest("figure") is null).ToList())
        {
            Wrap(document, chart);
        }

        return document.Body.InnerHtml;
    }

    private void Wrap(IDocument document, IElement chart)
    {
        var number = (++Count).ToString(CultureInfo.InvariantCulture);
        var figure = document.CreateElement("figure");
        (figure.ClassName, figure.Id) = (IsNarrow(chart) ? "chart narrow" : "chart", "figure-" + number);
        chart.Replace(figure);
        figure.AppendChild(chart);
        var caption = document.CreateElement("figcaption");
        caption.InnerHtml = $"<a class=\"number\" href=\"#figure-{number}\">Figure {number}.</a> <span>{Html.Encode(chart.GetAttribute("data-caption") ?? "")}</span>";
        figure.AppendChild(caption);
        chart.RemoveAttribute("data-caption");
        foreach (var image in chart.QuerySelectorAll("[data-panel] > img"))
        {
            OnThePagesPaper(image);
        }
    }

    // A drawing brings its own paper for hosts of any colour; here it would be a white box.
    private static void OnThePagesPaper(IElement image)
    {
        if (image.GetAttribute("src") is { } source && source.StartsWith(Drawing, StringComparison.Ordinal)
            && TryDecode(source[Drawing.Length..]) is { } drawing)
        {
            var svg = drawing.Replace("<rect class=\"paper\" width=\"100%\"", "<rect fill=\"none\" width=\"100%\"", StringComparison.Ordinal);
            image.SetAttribute("src", "data:image/svg+xml," + Readable(svg));
            KeepWidth(image, svg);
        }
    }

    // For readers without scripts on a phone: the page's style shrinks a drawing only as far as its words can be read.
    private static void KeepWidth(IElement image, string svg)
    {
        if (DrawnPattern().Match(svg) is { Success: true } drawn)
        {
            image.SetAttribute("style", $"{image.GetAttribute("style")};--drawn:{drawn.Groups[1].Value}px");
        }
    }

    // Null for what somebody else put there.
    private static string? TryDecode(string base64)
    {
        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : null;
    }

    // Base64 hides from a page's compression that drawings are alike. Only what an address cannot hold is written otherwise.
    private static string Readable(string svg)
    {
        var address = new StringBuilder(svg.Length);
        foreach (var rune in svg.EnumerateRunes())
        {
            var text = rune.ToString();
            address.Append(rune.Value is '%' or '#' or '"' or '<' or '>' or < ' ' or > '~' ? Uri.EscapeDataString(text) : text);
        }

        return address.ToString();
    }

    private static bool IsNarrow(IElement chart) =>
        WidthPattern().Match(chart.GetAttribute("style") ?? "") is { Success: true } width && int.Parse(width.Groups[1].Value, CultureInfo.InvariantCulture) < TextWidth;

    [GeneratedRegex(@"max-width:(\d{1,4})px")]
    private static partial Regex WidthPattern();

    [GeneratedRegex("^<svg[^>]*viewBox=\"0 0 ([0-9]{1,4})[ .]")]
    private static partial Regex DrawnPattern();
}
