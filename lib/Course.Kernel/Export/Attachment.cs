using System.Text;
using System.Text.Json.Nodes;
using Course.Kernel.Notebooks.Prose;

namespace Course.Kernel.Export;

/// <summary>Pictures that travel inside a markdown cell.</summary>
internal static class Attachment
{
    /// <summary>The picture as a data address; null if the cell has none of that name.</summary>
    public static string? Address(string url, JsonObject? attachments)
    {
        if (AttachmentName.In(url, attachments) is not { } name || attachments![name] is not JsonObject bundle)
        {
            return null;
        }

        var (mime, data) = bundle.FirstOrDefault(pair => pair.Key.StartsWith("image/", StringComparison.Ordinal));
        return NotebookText.Of(data) is { Length: > 0 } text ? $"data:{mime};base64,{Base64(text)}" : null;
    }

    // nbformat keeps pictures as base64, but SVG, which is text, as it is; front ends do both.
    private static string Base64(string data) =>
        data.AsSpan().TrimStart() is ['<', ..] ? Convert.ToBase64String(Encoding.UTF8.GetBytes(data)) : data.ReplaceLineEndings("");
}
