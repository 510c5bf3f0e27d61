using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Course.Kernel.Export;

/// <summary>A cell's nbformat outputs as HTML; notes which scripts the page needs for them.</summary>
internal sealed partial class OutputRenderer(MarkdownRenderer markdown)
{
    // A stream longer than this is shown by its two ends: nobody reads 100 MB, and no browser shows it.
    private const int LongestText = 120_000;

    private static readonly string[] Images = ["image/png", "image/jpeg", "image/gif", "image/webp"];
    private static readonly string[] Sides = ["width", "height"];

    private readonly FigureHtml _figures = new();

    /// <summary>Whether an output is a chart of the course.</summary>
    public bool HasCharts { get; private set; }

    /// <summary>Whether an output draws with plotly.js.</summary>
    public bool HasPlotly { get; private set; }

    /// <summary>Whether an output is a mermaid diagram.</summary>
    public bool HasMermaid { get; private set; }

    /// <summary>The outputs of one cell, in order; empty if there is nothing to see.</summary>
    public string Render(IEnumerable<JsonObject> outputs)
    {
        var html = new StringBuilder();
        foreach (var output in Merge(outputs))
        {
            html.Append(Render(output));
        }

        return html.ToString();
    }

    private string Render(JsonObject output) => Text(output["output_type"]) switch
    {
        "stream" => Stream(Text(output["name"]), Text(output["text"])),
        "error" => Error(output),
        "display_data" or "execute_result" when output["data"] is JsonObject data => Data(data, output["metadata"] as JsonObject),
        _ => "",
    };

    /// <summary>Neighbouring pieces of one stream joined, as a terminal would show them.</summary>
    private static IEnumerable<JsonObject> Merge(IEnumerable<JsonObject> outputs)
    {
        JsonObject? stream = null;
        foreach (var output in outputs)
        {
            var isStream = Text(output["output_type"]) == "stream";
            if (stream is not null && isStream && Text(stream["name"]) == Text(output["name"]))
            {
                stream["text"] = Text(stream["text"]) + Text(output["text"]);
                continue;
            }

            if (stream is not null)
            {
                yield return stream;
            }

            stream = isStream ? (JsonObject)output.DeepClone() : null;
            if (!isStream)
            {
                yield return output;
            }
        }

        if (stream is not null)
        {
            yield return stream;
        }
    }

    private static string Stream(string name, string text)
    {
        var settled = Shorten(AnsiText.Settle(text)).TrimEnd('\n');
        return settled.Length == 0 ? "" : $"<pre class=\"stream {(name == "stderr" ? "stderr" : "stdout")}\">{AnsiText.ToHtml(settled)}</pre>\n";
    }

    private static string Error(JsonObject output)
    {
        var name = Text(output["ename"]);
        var message = Text(output["evalue"]);
        var lines = output["traceback"] is JsonArray traceback ? string.Join('\n', traceback.Select(Text)) : "";
        var body = lines.Trim().Length > 0 ? lines : message.Length > 0 ? $"{name}: {message}" : name;
        return $"<div class=\"error\" role=\"group\" aria-label=\"Error: {Html.Encode(name)}\"><pre>{AnsiText.ToHtml(Shorten(body).Trim('\n'))}</pre></div>\n";
    }

    private string Data(JsonObject data, JsonObject? metadata)
    {
        if (data["text/html"] is { } html)
        {
            return HtmlOutput(Text(html));
        }

        if (data["text/vnd.mermaid"] is { } diagram)
        {
            HasMermaid = true;
            return $"<div class=\"html\">{CodeBlockHtml.Mermaid(Text(diagram))}</div>\n";
        }

        if (data["image/svg+xml"] is { } svg)
        {
            return Image("image/svg+xml", Convert.ToBase64String(Encoding.UTF8.GetBytes(Text(svg))), data, metadata);
        }

        if (Images.FirstOrDefault(data.ContainsKey) is { } mime)
        {
            return Image(mime, Text(data[mime]).ReplaceLineEndings(""), data, metadata);
        }

        if (data["text/latex"] is { } formula)
        {
            return $"<div class=\"html\">{Formula(Text(formula).Trim())}</div>\n";
        }

        return data["text/markdown"] is { } text ? $"<div class=\"prose\">{markdown.Render(Text(text))}</div>\n" : Plain(data);
    }

    private string HtmlOutput(string html)
    {
        // The loader carries all of plotly.js for hosts that show one notebook; the site has the file once.
        var output = OutputHtml.Clean(LoaderPattern().Replace(html, ""));
        HasCharts |= output.HasCharts;
        HasPlotly |= output.HasPlotly;
        HasMermaid |= output.Text.Contains("class=\"mermaid\"", StringComparison.Ordinal);
        var note = output.LostScript ? "<p class=\"left-out\">A script of this output is not run here; it runs in the notebook.</p>\n" : "";
        return (string.IsNullOrWhiteSpace(output.Text) ? "" : $"<div class=\"html\">{_figures.Wrap(output.Text)}</div>\n") + note;
    }

    // A front end takes it between dollar signs; alone it is a formula all the same.
    private string Formula(string tex) => markdown.Render(tex.Contains('$', StringComparison.Ordinal) ? tex : $"$$\n{tex}\n$$");

    private static string Image(string mime, string base64, JsonObject data, JsonObject? metadata)
    {
        // nbformat keys sizes by mime type; some front ends write them at the top.
        var about = metadata?[mime] as JsonObject ?? metadata;
        var alt = about?["alt"] is { } given ? Text(given) : Text(data["text/plain"]);
        var size = string.Concat(Sides.Select(side => about?[side] is JsonValue value && value.TryGetValue<double>(out var pixels)
            ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $" {side}=\"{pixels:0}\"")
            : ""));
        return $"<div class=\"html\"><img src=\"data:{mime};base64,{base64}\" alt=\"{Html.Encode(alt)}\"{size}></div>\n";
    }

    private static string Plain(JsonObject data)
    {
        var text = data["text/plain"] ?? data.FirstOrDefault(pair => pair.Key.EndsWith("json", StringComparison.Ordinal)).Value;
        return text is null ? "" : $"<pre class=\"result\">{AnsiText.ToHtml(Shorten(Text(text)).TrimEnd('\n'))}</pre>\n";
    }

    private static string Shorten(string text)
    {
        if (text.Length <= LongestText)
        {
            return text;
        }

        var (head, tail) = (LongestText * 2 / 3, LongestText / 3);
        var left = (text.Length - head - tail).ToString("N0", System.Globalization.CultureInfo.InvariantCulture);
        return $"{text[..head]}\n\u2026 {left} characters are left out here \u2026\n{text[^tail..]}";
    }

    private static string Text(JsonNode? node) => NotebookText.Of(node);

    [GeneratedRegex("<!--course:plotly-->(?s:.*?)<!--/course:plotly-->")]
    private static partial Regex LoaderPattern();
}
