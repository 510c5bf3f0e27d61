using System.Text.Json.Nodes;

namespace Course;

/// <summary>Takes the frames of a foreign figure, or the settings of its slider, apart into one figure each.</summary>
internal static class JsonFrames
{
    /// <summary>The figure with a slider of ours where Plotly's would be; without one, as it is.</summary>
    public static Figure Read(JsonObject source)
    {
        var slider = ((source["layout"] as JsonObject)?["sliders"] as JsonArray)?.FirstOrDefault() as JsonObject;
        var steps = Named(source["frames"] as JsonArray, source) is { Length: > 0 } frames ? frames : Settings(slider, source);
        if (steps.Length == 0)
        {
            return new Figure(JsonPanel.Of(source));
        }

        var label = JsonTraces.Text((slider?["currentvalue"] as JsonObject)?["prefix"]).TrimEnd(' ', ':', '=');
        var start = (int)(JsonTraces.Number(slider?["active"]) ?? 0);
        return FrameStack.Of(label.Length > 0 ? label : "frame", steps, Math.Clamp(start, 0, steps.Length - 1), plays: false);
    }

    private static (string, Figure)[] Named(JsonArray? frames, JsonObject source) =>
        [.. (frames ?? []).OfType<JsonObject>().Select((frame, i) =>
            (JsonTraces.Text(frame["name"]) is { Length: > 0 } name ? name : Numbers.Text(i + 1), With(source, frame)))];

    // What a frame says replaces what the figure says of the same trace.
    private static Figure With(JsonObject source, JsonObject frame)
    {
        var changed = Still(source);
        var data = changed["data"]!.AsArray();
        var places = (frame["traces"] as JsonArray)?.Select(place => (int)(JsonTraces.Number(place) ?? 0)).ToArray();
        foreach (var (k, change) in ((frame["data"] as JsonArray) ?? []).OfType<JsonObject>().Select((change, k) => (k, change)))
        {
            var place = places is not null && k < places.Length ? places[k] : k;
            if (place < data.Count && data[place] is JsonObject trace)
            {
                Merge(trace, change);
            }
        }

        if (frame["layout"] is JsonObject layout)
        {
            Merge(changed["layout"]!.AsObject(), layout);
        }

        return new Figure(JsonPanel.Of(changed));
    }

    // A slider that sets "visible", a list with one answer for each trace.
    private static (string, Figure)[] Settings(JsonObject? slider, JsonObject source) =>
        [.. ((slider?["steps"] as JsonArray) ?? []).OfType<JsonObject>()
            .Where(step => JsonTraces.Text(step["method"]) is "" or "restyle" && Visible(step) is not null)
            .Select((step, i) => (JsonTraces.Text(step["label"]) is { Length: > 0 } label ? label : Numbers.Text(i + 1), Showing(source, Visible(step)!)))];

    private static JsonArray? Visible(JsonObject step) => ((step["args"] as JsonArray)?.FirstOrDefault() as JsonObject)?["visible"] as JsonArray;

    private static Figure Showing(JsonObject source, JsonArray visible)
    {
        var changed = Still(source);
        foreach (var (trace, answer) in changed["data"]!.AsArray().OfType<JsonObject>().Zip(visible))
        {
            trace["visible"] = answer?.DeepClone();
        }

        return new Figure(JsonPanel.Of(changed));
    }

    private static JsonObject Still(JsonObject source)
    {
        var layout = (source["layout"] as JsonObject)?.DeepClone().AsObject() ?? [];
        layout.Remove("sliders");
        layout.Remove("updatemenus");
        return new JsonObject { ["data"] = source["data"]!.DeepClone(), ["layout"] = layout };
    }

    private static void Merge(JsonObject target, JsonObject change)
    {
        foreach (var (key, value) in change)
        {
            if (target[key] is JsonObject inner && value is JsonObject nested)
            {
                Merge(inner, nested);
            }
            else
            {
                target[key] = value?.DeepClone();
            }
        }
    }
}
