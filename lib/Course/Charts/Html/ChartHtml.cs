using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Course;

/// <summary>Turns a figure into an HTML fragment: static drawings, and a script that brings them to life.</summary>
internal static class ChartHtml
{
    private const int WidestGrid = 960;
    private const double LeastGraph = 0.65;

    private static readonly Lazy<string> Script = new(ReadScript);

    public static string Of(Figure figure) => Of(figure, PlotlyJson.Text);

    /// <param name="figure">What to draw.</param>
    /// <param name="write">Writes the view as JSON: the costly part of a chart with many points, done once.</param>
    internal static string Of(Figure figure, Func<JsonNode, string> write)
    {
        var panels = Panels(figure);
        var view = write(View(figure));
        var key = Key(view + panels);
        var heading = figure.Heading is { } text ? "<div style=\"font-weight:600;text-align:center\">" + HtmlText.Encode(text) + "</div>" : "";
        return new StringBuilder(Plotly.LoaderOnce())
            .Append("<div class=\"course-chart\" data-chart=\"").Append(key)
            .Append("\" data-caption=\"").Append(HtmlText.Encode(FigureCaption.Of(figure)))
            .Append("\" style=\"margin:8px auto;max-width:").Append(MaxWidth(figure)).Append("px\">")
            .Append(heading)
            .Append("<div data-panels style=\"").Append(GridStyle(figure.Columns)).Append("\">").Append(panels).Append("</div>")
            .Append("<div data-controls=\"").Append(HtmlText.Encode(string.Join(", ", figure.Controls.Select(control => control.Label)))).Append("\"></div></div>")
            .Append("<script>(").Append(Script.Value).Append(")(").Append(view.AsSpan(0, view.Length - 1)).Append(",\"key\":\"").Append(key).Append("\"});</script>")
            .ToString();
    }

    private static string Panels(Figure figure)
    {
        var html = new StringBuilder();
        var still = figure.Frames[figure.StillFrame];
        foreach (var panel in still)
        {
            AppendPanel(html, panel, still.Count == 1 ? figure.ToString() : panel.Description);
        }

        return html.ToString();
    }

    private static JsonObject View(Figure figure)
    {
        var isStill = figure.Frames.Count == 1;
        var frames = figure.Frames.Select(f => (JsonNode?)new JsonArray([.. f.Select(p => PanelJson(p, isStill))])).ToArray();
        var (panels, changes) = FrameSplit.Of(frames);
        var view = new JsonObject
        {
            ["panels"] = panels,
            ["controls"] = new JsonArray([.. figure.Controls.Select(c => c.ToJson())]),
        };
        if (figure.Fit is { } fit)
        {
            view["fit"] = fit.ToJson();
        }
        else if (changes.Length > 1)
        {
            view["frames"] = new JsonArray(changes);
        }

        if (NightColors.Of(view, isForeign: figure.Frames[0].Any(panel => panel is JsonPanel)) is { Count: > 0 } dark)
        {
            view["dark"] = dark;
        }

        return view;
    }

    // A still drawing is in the page already, as the picture for readers without scripts.
    private static JsonObject PanelJson(Panel panel, bool isStill) =>
        panel.ToPlotly() ?? new JsonObject { ["svg"] = isStill ? "" : panel.ToSvg() };

    // The same picture has the same key, so that a page with stale, repeated or second views of an output
    // needs no unique ids: whoever finds a key draws the right picture.
    private static string Key(string content) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(content)), 0, 8);

    private static int MaxWidth(Figure figure)
    {
        var widest = figure.Frames[0].Max(p => (int)(p.Width * p.Zoom));
        return figure.Columns == 1 ? widest : Math.Max(widest, WidestGrid);
    }

    // Panels stand side by side where each has room to be read, and below each other on a phone.
    private static string GridStyle(int columns) =>
        columns == 1 ? "" : $"display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,max({WidestGrid / (columns + 1)}px,160px)),1fr));gap:8px";

    private static void AppendPanel(StringBuilder html, Panel panel, string alt)
    {
        var text = HtmlText.Encode(alt);
        // A graph shrinks on a phone for as long as its words can be read; a wider one scrolls in its own box.
        var (box, least) = panel is GraphPanel
            ? (" style=\"overflow-x:auto\"", ";min-width:" + ((int)(LeastGraph * panel.Width)).ToString(CultureInfo.InvariantCulture) + "px")
            : ("", "");
        html.Append("<div data-panel").Append(box).Append(" role=\"img\" aria-label=\"").Append(text).Append("\"><img alt=\"").Append(text)
            .Append("\" style=\"width:100%;height:auto").Append(least).Append("\" src=\"data:image/svg+xml;base64,")
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
