using System.Text.Json;
using Course.Kernel.Export;
using Course.Kernel.Notebooks;
using Course.Kernel.Notebooks.Prose;

namespace Course.Kernel.Tests.Export;

public sealed class SearchIndexTests
{
    [Fact]
    public void Page_Indexed_HasItsSectionsInPlainWords()
    {
        var renderer = new MarkdownRenderer(new LinkResolver(".", new Dictionary<string, string>()));
        var notebook = new NotebookDocument { Path = "/nowhere/01-a.ipynb" };
        notebook.Cells.Add(new NotebookCell { Id = "a", Kind = CellKind.Markdown, Source = "# 01 \u00b7 A title\n\nFirst *words*.\n\n## Empty" });
        notebook.Cells.Add(new NotebookCell { Id = "b", Kind = CellKind.Markdown, Source = "## A part\n\nWith `code`, $x^2$ and \"quotes\".\n\n| a | b |\n|---|---|\n| cell | 2 |" });
        notebook.Cells.ToList().ForEach(cell => renderer.Render(cell));

        var index = new SearchIndex();
        index.Add(PageInfo.Of(notebook), renderer.Sections);
        index.Add(new WordList([new Word("softmax", "Shares.", "02")]));

        var entries = JsonDocument.Parse(index.ToScript()["window.courseSearch = ".Length..].TrimEnd(';', '\n')).RootElement.EnumerateArray().ToList();
        Assert.Equal(["01-a.html#01-a-title", "01-a.html#a-part", "glossary.html#term-softmax"], entries.Select(entry => entry.GetProperty("url").GetString()));
        Assert.Equal("With code, x^2 and \"quotes\". a b cell 2", entries[1].GetProperty("text").GetString());
        Assert.Equal("01 \u00b7 A title", entries[1].GetProperty("page").GetString());
    }
}
