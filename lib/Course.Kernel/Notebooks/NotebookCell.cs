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

    /// <summary>What runs: the text, headed by the directive of the cell's own language where its metadata name one that is not C#.</summary>
    public string Runnable =>
        Language is { Length: > 0 } language && !language.Equals("csharp", StringComparison.OrdinalIgnoreCase) && !language.Equals("C#", StringComparison.OrdinalIgnoreCase)
        && !Source.StartsWith("#!", StringComparison.Ordinal)
            ? $"#!{language}\n{Source}"
            : Source;

    // As Polyglot Notebooks writes it, in its newer and its older form.
    private string? Language => TextAt("polyglot_notebook", "kernelName") ?? TextAt("dotnet_interactive", "language");

    /// <summary>True if the cell's metadata lists the tag.</summary>
    /// <param name="tag">Compared exactly.</param>
    public bool HasTag(string tag) =>
        Metadata["tags"] is JsonArray tags && tags.Any(entry => entry is JsonValue value && value.TryGetValue<string>(out var text) && text == tag);

    private string? TextAt(string group, string name) =>
        Metadata[group] is JsonObject values && values[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
