using System.Text.Json.Nodes;

namespace Course.Kernel.Notebooks;

/// <summary>One cell of a notebook.</summary>
public sealed class NotebookCell
{
    /// <summary>Jupyter's tag for a cell that is meant to fail: what follows it runs all the same.</summary>
    public const string MayFailTag = "raises-exception";

    /// <summary>nbformat 4.5 cell id: 1 to 64 of <c>[A-Za-z0-9_-]</c>, unique in the notebook.</summary>
    public required string Id { get; init; }

    /// <summary>Code, markdown or raw.</summary>
    public required CellKind Kind { get; init; }

    /// <summary>The text, lines separated by <c>\n</c>.</summary>
    public string Source { get; set; } = "";

    /// <summary>The cell's metadata, kept verbatim.</summary>
    public JsonObject Metadata { get; init; } = [];

    /// <summary>How many cells had run when this one did; null if it has not run. Code cells only.</summary>
    public int? ExecutionCount { get; set; }

    /// <summary>nbformat output objects. Code cells only.</summary>
    public IList<JsonObject> Outputs { get; } = [];

    /// <summary>Attachments of a markdown cell, if any, kept verbatim.</summary>
    public JsonObject? Attachments { get; init; }

    /// <summary>True if the cell's metadata lists the tag.</summary>
    /// <param name="tag">Compared exactly.</param>
    public bool HasTag(string tag) =>
        Metadata["tags"] is JsonArray tags && tags.Any(entry => entry is JsonValue value && value.TryGetValue<string>(out var text) && text == tag);
}
