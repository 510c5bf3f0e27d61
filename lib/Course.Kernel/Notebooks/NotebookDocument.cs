using System.Text.Json.Nodes;

namespace Course.Kernel.Notebooks;

/// <summary>An nbformat 4.5 notebook in memory. What this program does not know is kept verbatim.</summary>
public sealed partial class NotebookDocument
{
    /// <summary>The file it came from; the base of its relative paths.</summary>
    public required string Path { get; init; }

    /// <summary>The notebook's metadata, kept verbatim.</summary>
    public JsonObject Metadata { get; init; } = [];

    /// <summary>The cells, in order.</summary>
    public IList<NotebookCell> Cells { get; } = [];

    /// <summary>The first level-one heading, else the file's name without extension.</summary>
    public string Title =>
        Cells.Where(cell => cell.Kind == CellKind.Markdown)
            .SelectMany(cell => cell.Source.Split('\n'))
            .FirstOrDefault(line => line.StartsWith("# ", StringComparison.Ordinal))?[2..].Trim()
        ?? System.IO.Path.GetFileNameWithoutExtension(Path);
}
