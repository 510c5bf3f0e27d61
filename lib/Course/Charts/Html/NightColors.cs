using System.Text.Json.Nodes;

namespace Course;

/// <summary>What the colours of a view become where the page around it is dark: the page's script looks them up.</summary>
internal static class NightColors
{
    private static readonly Dictionary<string, string> All = Palette.Dark
        .Concat(ColorScale.Papery.SelectMany(scale => scale.Shades))
        .DistinctBy(shade => shade.Key)
        .ToDictionary(shade => shade.Key, shade => shade.Value, StringComparer.Ordinal);

    /// <summary>Only those that occur.</summary>
    /// <param name="view">Anything of JSON.</param>
    /// <param name="isForeign">A figure from elsewhere names no colours and takes those of the series in turn; what it names stays as it is.</param>
    public static JsonObject Of(JsonNode view, bool isForeign) => isForeign
        ? new JsonObject(Palette.Dark.Select(shade => KeyValuePair.Create(shade.Key, (JsonNode?)shade.Value)))
        : new JsonObject(Texts(view).Where(All.ContainsKey).Distinct().Order(StringComparer.Ordinal).Select(color => KeyValuePair.Create(color, (JsonNode?)All[color])));

    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonObject o => o.SelectMany(pair => Texts(pair.Value)),
        JsonArray a => a.SelectMany(Texts),
        JsonValue value when value.TryGetValue<string>(out var text) => [text],
        _ => [],
    };
}
