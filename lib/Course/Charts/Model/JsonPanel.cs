using System.Text.Json;
using System.Text.Json.Nodes;

namespace Course;

/// <summary>A Plotly figure that came ready-made.</summary>
internal sealed record JsonPanel : Panel
{
    // Of a figure's layout these are the page's to say: its width, and its colours and type.
    private static readonly string[] PagesOwn = ["width", "template", "sliders", "updatemenus"];

    private PlotPanel? _drawable;
    private bool _isRead;

    public JsonPanel()
    {
    }

    // A copy is made to be changed: it reads its own figure.
    private JsonPanel(JsonPanel other)
        : base(other) => Source = other.Source;

    public required JsonObject Source { get; init; }

    /// <summary>Reads the text of a figure.</summary>
    /// <exception cref="ArgumentException">Not JSON, or no figure.</exception>
    public static JsonObject Parse(string json)
    {
        JsonNode? node;
        try
        {
            node = JsonNode.Parse(json);
        }
        catch (JsonException e)
        {
            throw new ArgumentException($"Chart.FromJson: this is not JSON: {e.Message}", e);
        }

        return node is JsonObject source && source["data"] is JsonArray
            ? source
            : throw new ArgumentException("Chart.FromJson: a Plotly figure is an object with an array \"data\" and perhaps a \"layout\"");
    }

    public static JsonPanel Of(JsonObject source)
    {
        var layout = source["layout"] as JsonObject;
        return new JsonPanel
        {
            Source = source,
            Title = JsonTraces.Text(layout?["title"]),
            Height = JsonTraces.Number(layout?["height"]) is { } height ? (int)height : DefaultHeight,
        };
    }

    public override JsonObject ToPlotly()
    {
        var layout = (Source["layout"] as JsonObject)?.DeepClone().AsObject() ?? [];
        layout["title"] = layout["title"] is JsonObject title ? title.DeepClone() : new JsonObject();
        layout["title"]!["text"] = Title;
        layout["height"] = Height;
        foreach (var key in PagesOwn)
        {
            layout.Remove(key);
        }

        var shown = Source["data"]!.AsArray().Where(trace => trace?["visible"]?.ToJsonString() != "false").Select(trace => trace is null ? null : Pruned(trace));
        return new JsonObject { ["data"] = new JsonArray([.. shown]), ["layout"] = Pruned(layout) };
    }

    // Libraries leave empty objects where nothing was set, and Plotly's own check complains of them.
    private static JsonNode Pruned(JsonNode node)
    {
        if (node is JsonArray list)
        {
            return new JsonArray([.. list.Select(item => item is null ? null : Pruned(item))]);
        }

        return node is JsonObject o
            ? new JsonObject(o.Where(pair => pair.Value is not (JsonObject { Count: 0 } or null)).Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)Pruned(pair.Value!))))
            : node.DeepClone();
    }

    public override string Sentence => Drawable()?.Sentence ?? "";

    public override string ToSvg() => Drawable() is { } plot ? plot.ToSvg() : Note();

    protected override string Describe() => Drawable() is { } plot ? plot.Description : $"{(Title.Length > 0 ? Title + ". " : "")}{Kinds()}.";

    private PlotPanel? Drawable()
    {
        if (!_isRead)
        {
            (_drawable, _isRead) = (Read(), true);
        }

        return _drawable;
    }

    private PlotPanel? Read()
    {
        var layout = Source["layout"] as JsonObject;
        var traces = Source["data"]!.AsArray().Where(JsonTraces.IsVisible).Select(t => JsonTraces.Read(t as JsonObject)).ToArray();
        if (traces.Length == 0 || Array.Exists(traces, t => t is null))
        {
            return null;
        }

        var panel = new PlotPanel
        {
            Title = Title,
            Width = Width,
            Height = Height,
            X = Axis(layout?["xaxis"]),
            Y = Axis(layout?["yaxis"]),
        };
        return traces.Concat(Notes(layout)).Aggregate(panel, (p, t) => p.Add(t!));
    }

    // Those that stand at a place of the data; others belong to the page.
    private static IEnumerable<Trace> Notes(JsonObject? layout) =>
        from note in ((layout?["annotations"] as JsonArray) ?? []).OfType<JsonObject>()
        where JsonTraces.Text(note["xref"]) is "" or "x" && JsonTraces.Text(note["yref"]) is "" or "y"
        let x = JsonTraces.Number(note["x"])
        let y = JsonTraces.Number(note["y"])
        where x is not null && y is not null
        select new NoteTrace([x.Value], [y.Value], [JsonTraces.Text(note["text"])]);

    private static Axis Axis(JsonNode? axis) => new()
    {
        Title = JsonTraces.Text((axis as JsonObject)?["title"]),
        Log = JsonTraces.Text((axis as JsonObject)?["type"]) == "log",
        Reversed = JsonTraces.Text((axis as JsonObject)?["autorange"]) == "reversed",
    };

    /// <summary>"A sankey chart", "A chart of 2 layers: scatter, pie".</summary>
    private string Kinds()
    {
        var data = Source["data"]!.AsArray();
        var kinds = data.Select(JsonTraces.Kind).Distinct().ToArray();
        return kinds.Length == 1 ? $"A {kinds[0]} chart" : $"A chart of {data.Count} layers: {string.Join(", ", kinds)}";
    }

    private string Note()
    {
        var svg = new SvgDocument(Width, 120);
        svg.Text(Width / 2.0, 40, Title, 16, "middle", "font-weight=\"600\"");
        svg.Text(Width / 2.0, 68, Kinds() + ".", 13, "middle");
        svg.Text(Width / 2.0, 90, "Open the notebook or its page with scripts to see it.", 13, "middle");
        return svg.ToString();
    }
}
