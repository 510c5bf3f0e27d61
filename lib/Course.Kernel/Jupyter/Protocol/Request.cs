using System.Text.Json.Nodes;

namespace Course.Kernel.Jupyter.Protocol;

/// <summary>A message from a client, its signature checked.</summary>
/// <param name="Identities">The frames before the delimiter: where a reply goes.</param>
/// <param name="Type">msg_type.</param>
/// <param name="Header">The header's bytes: replies carry them back verbatim as their parent.</param>
/// <param name="Content">The content.</param>
internal sealed record Request(IReadOnlyList<byte[]> Identities, string Type, byte[] Header, JsonObject Content)
{
    /// <summary>Set once a reply has been sent.</summary>
    public bool IsAnswered { get; set; }

    /// <summary>What the client says of the request; JupyterLab and Notebook 7 send a cell's metadata here.</summary>
    public JsonObject Metadata { get; init; } = [];

    /// <summary>Why the content cannot be read; null where it can.</summary>
    public string? Fault { get; init; }

    public string Text(string name, string otherwise = "") =>
        (Content[name] as JsonValue)?.TryGetValue<string>(out var value) == true ? value : otherwise;

    public bool Flag(string name, bool otherwise) =>
        (Content[name] as JsonValue)?.TryGetValue<bool>(out var value) == true ? value : otherwise;

    public int Number(string name, int otherwise) =>
        (Content[name] as JsonValue)?.TryGetValue<int>(out var value) == true ? value : otherwise;
}
