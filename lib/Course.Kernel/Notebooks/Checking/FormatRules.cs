using System.Text.Json.Nodes;

namespace Course.Kernel.Notebooks.Checking;

/// <summary>nbformat 4.5, and the metadata by which VS Code, Verso and Jupyter know a C# notebook (see hosts in the README).</summary>
internal static class FormatRules
{
    internal const string NotebookMetadata = $$$$"""
        {"kernelspec":{"display_name":".NET (C#)","language":"C#","name":".net-csharp"},
        "language_info":{{{{CSharpLanguage.Info}}}},
        "polyglot_notebook":{"kernelInfo":{"defaultKernelName":"csharp","items":[{"aliases":[],"name":"csharp"}]}}}
        """;

    internal const string CodeMetadata = """{"dotnet_interactive":{"language":"csharp"},"polyglot_notebook":{"kernelName":"csharp"}}""";

    private const string Rule = "metadata";

    internal static IEnumerable<NotebookFinding> Check(NotebookDocument notebook) =>
        CheckVersion(notebook).Concat(CheckNotebook(notebook)).Concat(CheckCells(notebook));

    private static IEnumerable<NotebookFinding> CheckVersion(NotebookDocument notebook)
    {
        var root = JsonNode.Parse(File.ReadAllText(notebook.Path))!;
        if (root["nbformat_minor"]?.ToJsonString() != "5")
        {
            yield return notebook.Finding("format", "nbformat_minor is not 5", "set \"nbformat_minor\": 5, the first version with cell ids");
        }

        foreach (var (index, cell) in root["cells"]!.AsArray().Index().Where(entry => entry.Item!["id"] is null))
        {
            yield return notebook.Finding(index, "format", "the cell has no id", $"give it one, such as \"id\": \"{notebook.Cells[index].Id}\"");
        }
    }

    private static IEnumerable<NotebookFinding> CheckNotebook(NotebookDocument notebook)
    {
        if (!JsonNode.DeepEquals(notebook.Metadata, JsonNode.Parse(NotebookMetadata)))
        {
            yield return notebook.Finding(Rule, "the notebook's metadata differs from the course's", $"write exactly {NotebookMetadata.ReplaceLineEndings("")}");
        }
    }

    private static IEnumerable<NotebookFinding> CheckCells(NotebookDocument notebook)
    {
        var code = JsonNode.Parse(CodeMetadata);
        foreach (var (index, cell) in notebook.Cells.Index())
        {
            var metadata = (JsonObject)cell.Metadata.DeepClone();
            metadata.Remove("tags"); // the one thing that a cell may add
            if (cell.Kind == CellKind.Code && !JsonNode.DeepEquals(metadata, code))
            {
                yield return notebook.Finding(index, Rule, "a code cell's metadata differs from the course's", $"write exactly {CodeMetadata}");
            }
            else if (cell.Kind != CellKind.Code && metadata.Count > 0)
            {
                yield return notebook.Finding(index, Rule, $"a {cell.Kind.ToString().ToLowerInvariant()} cell has metadata", "write {}");
            }
        }
    }
}
