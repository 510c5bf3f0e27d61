using System.Text.Json;
using System.Text.Json.Nodes;

namespace Course.Kernel.Export;

/// <summary>nbformat's texts.</summary>
internal static class NotebookText
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>One string, or lines; other JSON as JSON.</summary>
    public static string Of(JsonNode? node) => node switch
    {
        null => "",
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        JsonArray lines when lines.All(line => line is JsonValue v && v.TryGetValue<string>(out _)) => string.Concat(lines.Select(line => line!.GetValue<string>())),
        _ => node.ToJsonString(Indented),
    };
}
