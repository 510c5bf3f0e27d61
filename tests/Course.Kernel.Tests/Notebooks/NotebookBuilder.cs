using System.Text.Json.Nodes;
using Course.Kernel.Notebooks;
using Course.Kernel.Notebooks.Checking;

namespace Course.Kernel.Tests.Notebooks;

/// <summary>Makes notebooks for tests.</summary>
internal static class NotebookBuilder
{
    /// <summary>A notebook of code cells with the ids c1, c2, ….</summary>
    internal static NotebookDocument Notebook(string path, params string[] code)
    {
        var notebook = new NotebookDocument { Path = path };
        foreach (var (index, source) in code.Index())
        {
            notebook.Cells.Add(new NotebookCell { Id = $"c{index + 1}", Kind = CellKind.Code, Source = source });
        }

        return notebook;
    }

    /// <summary>A notebook that keeps every rule of the course: a title, the set-up cell and one more of each kind.</summary>
    internal static NotebookDocument Exemplary(string path)
    {
        var notebook = new NotebookDocument { Path = path, Metadata = (JsonObject)JsonNode.Parse(FormatRules.NotebookMetadata)! };
        notebook.Cells.Add(new NotebookCell { Id = "title", Kind = CellKind.Markdown, Source = "# 01 · A title\n\nProse with `code`.\n\n*Needs nothing. 15 minutes; every cell together runs in 1 s on two cores (laptop tier).*" });
        notebook.Cells.Add(Code("setup", "#r \"nuget: Course, 1.0.0\"\nusing Course;\nusing static Course.Help;\nNotebook.Open(\"01\")"));
        notebook.Cells.Add(new NotebookCell { Id = "part", Kind = CellKind.Markdown, Source = "## A part\n\n[back](#01--a-title), [the part](#A-part), [site](https://example.org)" });
        notebook.Cells.Add(Code("exercise-01-1", "double F(double x) => Todo.Double;\n\nCheck.Exercise(\"01-1\", F)"));
        return notebook;
    }

    /// <summary>A code cell with the course's metadata.</summary>
    internal static NotebookCell Code(string id, string source) => new()
    {
        Id = id,
        Kind = CellKind.Code,
        Source = source,
        Metadata = (JsonObject)JsonNode.Parse(FormatRules.CodeMetadata)!,
    };
}
