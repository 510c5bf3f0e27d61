using System.Text.Json.Nodes;

namespace Course.Kernel.Notebooks.Prose;

/// <summary>Addresses of pictures that travel inside a markdown cell.</summary>
internal static class AttachmentName
{
    private const string Scheme = "attachment:";

    internal static bool IsMeantBy(string url) => url.StartsWith(Scheme, StringComparison.Ordinal);

    /// <summary>The name by which the cell's attachments have the picture, as the address has it or without its percent signs; null if they have it not.</summary>
    internal static string? In(string url, JsonObject? attachments)
    {
        string[] names = IsMeantBy(url) ? [url[Scheme.Length..], Uri.UnescapeDataString(url[Scheme.Length..])] : [];
        return names.FirstOrDefault(name => attachments?.ContainsKey(name) == true);
    }
}
