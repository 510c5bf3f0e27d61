using Course.Kernel.Notebooks;

namespace Course.Kernel.Tests.Notebooks;

public sealed class NotebookDocumentTests
{
    [Theory]
    [MemberData(nameof(MalformedNotebooks.Names), MemberType = typeof(MalformedNotebooks))]
    public void Parse_MalformedFile_NamesFileAndFault(string name)
    {
        var (_, text, complaint) = MalformedNotebooks.All.Single(entry => entry.Name == name);

        var error = Assert.Throws<NotebookFormatException>(() => NotebookDocument.Parse("some.ipynb", text));

        Assert.StartsWith("some.ipynb: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(complaint, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}", "x")]
    [InlineData("""{"polyglot_notebook": {"kernelName": "csharp"}, "dotnet_interactive": {"language": "csharp"}}""", "x")]
    [InlineData("""{"dotnet_interactive": {"language": "C#"}}""", "x")]
    [InlineData("""{"polyglot_notebook": {"kernelName": "mermaid"}}""", "#!mermaid\nx")]
    [InlineData("""{"dotnet_interactive": {"language": "html"}}""", "#!html\nx")]
    [InlineData("""{"polyglot_notebook": {"kernelName": "pwsh"}, "dotnet_interactive": {"language": "csharp"}}""", "#!pwsh\nx")]
    [InlineData("""{"polyglot_notebook": {"kernelName": 3}, "dotnet_interactive": []}""", "x")]
    public void Runnable_OfACell_IsInTheLanguageOfItsMetadata(string metadata, string code)
    {
        var notebook = NotebookDocument.Parse("a.ipynb", $$"""{"cells": [{"cell_type": "code", "id": "a", "metadata": {{metadata}}, "execution_count": null, "outputs": [], "source": "x"}], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}""");

        Assert.Equal(code, notebook.Cells[0].Runnable);
    }

    [Fact]
    public void Load_NoSuchFile_NamesIt() =>
        Assert.Contains("nowhere.ipynb", Assert.Throws<NotebookFormatException>(() => NotebookDocument.Load("nowhere.ipynb")).Message, StringComparison.Ordinal);

    [Fact]
    public void ToJson_ParsedNotebook_KeepsWhatItDoesNotKnow()
    {
        var notebook = NotebookDocument.Parse("a.ipynb", """
            {"cells": [{"cell_type": "code", "id": "a", "metadata": {"mine": [1, {"x": null}]}, "execution_count": 3,
              "outputs": [{"output_type": "stream", "name": "stdout", "text": ["a\n", "b"]}], "source": ["var x = 1;\n", "x"]},
             {"cell_type": "markdown", "id": "b", "metadata": {}, "attachments": {"p.png": {"image/png": "AA=="}}, "source": "é < 𝔘"}],
             "metadata": {"widgets": {}}, "nbformat": 4, "nbformat_minor": 5}
            """);

        var again = NotebookDocument.Parse("a.ipynb", notebook.ToJson());

        Assert.Equal("var x = 1;\nx", again.Cells[0].Source);
        Assert.Equal("""{"mine":[1,{"x":null}]}""", again.Cells[0].Metadata.ToJsonString());
        Assert.Equal(3, again.Cells[0].ExecutionCount);
        Assert.Equal("""["a\n","b"]""", again.Cells[0].Outputs[0]["text"]!.ToJsonString());
        Assert.Equal("""{"p.png":{"image/png":"AA=="}}""", again.Cells[1].Attachments!.ToJsonString());
        Assert.Equal("é < 𝔘", again.Cells[1].Source);
        Assert.True(again.Metadata.ContainsKey("widgets"));
    }

    [Fact]
    public void ToJson_Twice_SameBytes()
    {
        var notebook = NotebookBuilder.Notebook("x.ipynb", "1 + 1", "\"<b>\"");

        Assert.Equal(notebook.ToJson(), NotebookDocument.Parse("x.ipynb", notebook.ToJson()).ToJson());
    }

    [Fact]
    public void Title_NoHeading_IsTheFileName() =>
        Assert.Equal("03-descent", NotebookDocument.Parse("a/03-descent.ipynb", """{"cells": [], "nbformat": 4}""").Title);

    [Fact]
    public void HasTag_OtherMetadata_IsFalse()
    {
        var notebook = NotebookDocument.Parse("a.ipynb", """
            {"cells": [{"cell_type": "code", "id": "a", "metadata": {"tags": ["x", 5]}, "source": ""}, {"cell_type": "code", "id": "b", "metadata": {"tags": "x"}, "source": ""}],
             "nbformat": 4}
            """);

        Assert.Equal([true, false], notebook.Cells.Select(cell => cell.HasTag("x")));
    }
}
