using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Course;

/// <summary>Turns a figure into an HTML fragment: static drawings, and a script that brings them to life.</summary>
internal static class ChartHtml
{
    private static readonly Lazy<string> Script = new(ReadScript);

    public static string Of(Figure figure)
    {
        var view = View(figure);
        var key = Key(view);
        view["key"] = key;

        var html = new StringBuilder(Plotly.LoaderOnce());
        html.Append("<div class=\"course-chart\" data-chart=\"").Append(key).Append("\" style=\"max-width:")
            .Append(MaxWidth(figure)).Append("px\">");
        if (figure.Heading is { } heading)
        {
            html.Append("<div style=\"font-weight:600;text-align:center\">").Append(HtmlText.Encode(heading)).Append("</div>");
        }

        html.Append("<div data-panels style=\"").Append(GridStyle(figure.Columns)).Append("\">");
        foreach (var panel in figure.Frames[FirstFrame(figure)])
        {
            AppendPanel(html, panel, figure.Frames.Count == 1 && figure.Frames[0].Count == 1 ? figure.ToString() : panel.Description);
        }

        html.Append("</div><div data-controls></div></div><script>(");
        html.Append(Script.Value).Append(")(").Append(PlotlyJson.Text(view)).Append(");</script>");
        return html.ToString();
    }

    private static JsonObject View(Figure figure)
    {
        var frames = figure.Frames.Select(f => (JsonNode)new JsonArray([.. f.Select(PanelJson)])).ToArray();
        var view = new JsonObject { ["panels"] = frames[0] };
        return view;
    }

    private static JsonNode PanelJson(Panel panel) =>
        panel.ToPlotly() ?? new JsonObject { ["svg"] = panel.ToSvg() };

    private static int FirstFrame(Figure figure) => figure.Controls.Aggregate(0, (frame, c) => (frame * c.Steps.Count) + c.Start);

    // The same picture has the same key, so that a page with stale, repeated or second views of an output
    // needs no unique ids: whoever finds a key draws the right picture.
    private static string Key(JsonObject view) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(PlotlyJson.Text(view))), 0, 8);

    private static int MaxWidth(Figure figure)
    {
        var widest = figure.Frames[0].Max(p => p.Width);
        return (widest + 120) * figure.Columns;
    }

    private static string GridStyle(int columns) =>
        columns == 1 ? "" : $"display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,{640 / columns}px),1fr));gap:8px";

    private static void AppendPanel(StringBuilder html, Panel panel, string alt)
    {
        var text = HtmlText.Encode(alt);
        html.Append("<div data-panel role=\"img\" aria-label=\"").Append(text).Append("\"><img alt=\"").Append(text)
            .Append("\" style=\"max-width:100%;height:auto\" src=\"data:image/svg+xml;base64,")
            .Append(Convert.ToBase64String(Encoding.UTF8.GetBytes(panel.ToSvg()))).Append("\"></div>");
    }

    // Comments and indentation are for readers of the source, not for every chart on a page.
    private static string ReadScript()
    {
        using var stream = typeof(ChartHtml).Assembly.GetManifestResourceStream("chart.js")!;
        using var reader = new StreamReader(stream);
        var lines = reader.ReadToEnd().Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0 && !l.StartsWith("//", StringComparison.Ordinal));
        return string.Join('\n', lines);
    }
}
