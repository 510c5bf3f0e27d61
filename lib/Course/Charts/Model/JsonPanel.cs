using System.Text.Json;
using System.Text.Json.Nodes;

namespace Course;

/// <summary>A Plotly figure that came ready-made.</summary>
internal sealed record JsonPanel : Panel
{
    public required JsonObject Source { get; init; }

    public static JsonPanel Parse(string json)
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

        if (node is not JsonObject source || source["data"] is not JsonArray)
        {
            throw new ArgumentException("Chart.FromJson: a Plotly figure is an object with an array \"data\" and perhaps a \"layout\"");
        }

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
        // The page decides the width.
        layout.Remove("width");
        return new JsonObject { ["data"] = Source["data"]!.DeepClone(), ["layout"] = layout };
    }

    public override string ToSvg() => Drawable() is { } plot ? plot.ToSvg() : Note();

    protected override string Describe() =>
        Drawable() is { } plot ? plot.Description : $"{(Title.Length > 0 ? Title + ". " : "")}Plotly chart of {Source["data"]!.AsArray().Count} layers.";

    private PlotPanel? Drawable()
    {
        var layout = Source["layout"] as JsonObject;
        var traces = Source["data"]!.AsArray().Select(t => JsonTraces.Read(t as JsonObject)).ToArray();
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
        return traces.Aggregate(panel, (p, t) => p.Add(t!));
    }

    private static Axis Axis(JsonNode? axis) => new()
    {
        Title = JsonTraces.Text((axis as JsonObject)?["title"]),
        Log = JsonTraces.Text((axis as JsonObject)?["type"]) == "log",
    };

    private string Note()
    {
        var svg = new SvgDocument(Width, 120);
        svg.Text(Width / 2.0, 50, Title, 16, "middle", "font-weight=\"600\"");
        svg.Text(Width / 2.0, 78, "An interactive chart: open the notebook or its page with scripts to see it.", 13, "middle");
        return svg.ToString();
    }
}
