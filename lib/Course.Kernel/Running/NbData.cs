using System.Text.Json;
using System.Text.Json.Nodes;
using Course.Kernel.Formatting;

namespace Course.Kernel.Running;

/// <summary>A mime bundle as nbformat's <c>data</c>: texts as they are, JSON types as JSON.</summary>
internal static class NbData
{
    internal static JsonObject From(MimeBundle bundle)
    {
        var data = new JsonObject();
        foreach (var (mime, text) in bundle.Data)
        {
            data[mime] = IsJson(mime) ? ParseOrText(text) : text;
        }

        return data;
    }

    private static bool IsJson(string mime) =>
        mime == "application/json" || mime.EndsWith("+json", StringComparison.Ordinal);

    private static JsonNode? ParseOrText(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return text;
        }
    }
}
