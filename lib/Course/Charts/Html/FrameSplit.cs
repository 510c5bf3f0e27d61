using System.Text.Json.Nodes;

namespace Course;

/// <summary>Separates what all frames of a figure share from what each one changes, so that a slider stays small.</summary>
internal static class FrameSplit
{
    /// <summary>The script's <c>merge</c> is the inverse: common + change = frame. A null change changes nothing.</summary>
    public static (JsonNode? Common, JsonNode?[] Changes) Of(IReadOnlyList<JsonNode?> frames)
    {
        if (frames.All(f => JsonNode.DeepEquals(f, frames[0])))
        {
            return (frames[0]?.DeepClone(), new JsonNode?[frames.Count]);
        }

        if (frames.All(f => f is JsonObject))
        {
            return OfObjects([.. frames.Select(f => f!.AsObject())]);
        }

        if (frames.All(f => f is JsonArray a && a.Count == ((JsonArray)frames[0]!).Count && a.All(item => item is JsonObject)))
        {
            return OfArrays([.. frames.Select(f => f!.AsArray())]);
        }

        return (null, [.. frames.Select(f => f?.DeepClone())]);
    }

    private static (JsonNode, JsonNode?[]) OfObjects(JsonObject[] frames)
    {
        var common = new JsonObject();
        var changes = frames.Select(_ => new JsonObject()).ToArray();
        foreach (var key in frames.SelectMany(f => f.Select(pair => pair.Key)).Distinct())
        {
            if (!frames.All(f => f.ContainsKey(key)))
            {
                for (var i = 0; i < frames.Length; i++)
                {
                    if (frames[i].TryGetPropertyValue(key, out var value))
                    {
                        changes[i][key] = value?.DeepClone();
                    }
                }

                continue;
            }

            var (shared, parts) = Of([.. frames.Select(f => f[key])]);
            if (shared is not null)
            {
                common[key] = shared;
            }

            for (var i = 0; i < frames.Length; i++)
            {
                if (parts[i] is { } part)
                {
                    changes[i][key] = part;
                }
            }
        }

        return (common, changes);
    }

    private static (JsonNode, JsonNode?[]) OfArrays(JsonArray[] frames)
    {
        var items = Enumerable.Range(0, frames[0].Count).Select(k => Of([.. frames.Select(f => f[k])])).ToArray();
        var common = new JsonArray([.. items.Select(item => item.Common)]);
        var changes = frames.Select((_, i) => (JsonNode?)new JsonArray([.. items.Select(item => item.Changes[i])])).ToArray();
        return (common, changes);
    }
}
