using System.Text.Json.Nodes;
using Course.Kernel.Jupyter;
using Course.Kernel.Notebooks;
using Course.Kernel.Notebooks.Checking;

namespace Course.Kernel.Tests.Notebooks;

public sealed class NotebookCheckerTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("checker-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Check_ExemplaryNotebook_FindsNothing() => Assert.Empty(Check(_ => { }));

    [Fact]
    public void Check_NotANotebook_IsOneFinding()
    {
        var path = Path.Combine(_folder, "01-x.ipynb");
        File.WriteAllText(path, "{");

        Assert.Equal("format", Assert.Single(NotebookChecker.Check(path, null)).Rule);
    }

    [Fact]
    public void Check_MarkdownWithCodeMetadata_NamesCellRuleAndCure()
    {
        var finding = Assert.Single(Check(notebook => notebook.Cells[2].Metadata["dotnet_interactive"] = new JsonObject()));

        Assert.Equal((3, "part", "metadata"), (finding.Cell, finding.CellId, finding.Rule));
        Assert.Contains("write {}", finding.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Check_TaggedCodeCell_FindsNothing() =>
        Assert.Empty(Check(notebook => notebook.Cells[3].Metadata["tags"] = new JsonArray("raises-exception")));

    [Theory]
    [InlineData("1 + 1", "metadata")]
    public void Check_CodeCellWithoutMetadata_IsFound(string source, string rule) =>
        AssertRule(rule, notebook => notebook.Cells.Add(new NotebookCell { Id = "bare", Kind = CellKind.Code, Source = source }));

    [Fact]
    public void Check_OtherKernelspec_IsFound() =>
        AssertRule("metadata", notebook => notebook.Metadata["kernelspec"]!["name"] = "python3");

    // Jupyter writes the kernel's words into a notebook that it opens: where they are the same, nothing is left to save.
    [Fact]
    public void Check_NotebookOpenedInJupyter_FindsNothing() =>
        Assert.Empty(Check(notebook => notebook.Metadata["language_info"] = KernelInfo.Create()["language_info"]!.DeepClone()));

    [Fact]
    public void Check_CommittedOutput_IsFound() =>
        AssertRule("outputs", notebook => notebook.Cells[1].ExecutionCount = 1);

    [Theory]
    [InlineData(25, 0)]
    [InlineData(26, 1)]
    public void Check_CodeLines_MayBe25(int lines, int findings) =>
        Assert.Equal(findings, Check(notebook => notebook.Cells.Add(NotebookBuilder.Code("long", string.Join("\n\n", Enumerable.Repeat("x++;", lines))))).Count);

    [Theory]
    [InlineData(8, 2, 0)]
    [InlineData(4, 2, 1)]
    [InlineData(3, 1, 0)]
    public void Check_LongCells_MayBeAQuarter(int cells, int longCells, int findings)
    {
        var found = Check(notebook =>
        {
            notebook.Cells[0].Source = notebook.Cells[0].Source.Replace("15 minutes", "20 minutes", StringComparison.Ordinal);
            for (var i = notebook.CellsOf(CellKind.Code).Count(); i < cells; i++)
            {
                notebook.Cells.Add(NotebookBuilder.Code($"more-{i}", string.Join('\n', Enumerable.Repeat("x++;", i >= cells - longCells ? 13 : 1))));
            }
        });

        Assert.Equal(findings, found.Count(finding => finding.Rule == "length"));
    }

    [Theory]
    [InlineData("10 minutes;", 1)]
    [InlineData("11 minutes;", 0)]
    [InlineData("15 minutes;", 0)]
    [InlineData("16 minutes;", 1)]
    [InlineData("A quarter of an hour;", 1)]
    [InlineData("15 minutes", 1)]
    public void Check_StatedMinutes_AreWithinAFifthOfTheEstimate(string stated, int findings) =>
        Assert.Equal(findings, Check(notebook => Header(notebook, "15 minutes;", stated)).Count(finding => finding.Rule == "minutes"));

    [Fact]
    public void Check_RunTimeOfAnotherTier_IsFound() =>
        AssertRule("minutes", notebook => Header(notebook, "laptop", "fast"));

    [Theory]
    [InlineData("## Next", 1)]
    [InlineData("*A good place to stop for today.*", 0)]
    public void Check_MoreThan90Minutes_MarksAPlaceToStop(string markdown, int findings) =>
        Assert.Equal(findings, Check(notebook =>
        {
            Header(notebook, "15 minutes", "95 minutes");
            notebook.Cells.Add(new NotebookCell { Id = "long", Kind = CellKind.Markdown, Source = string.Join(' ', Enumerable.Repeat("word", 80 * 150)) });
            notebook.Cells.Add(new NotebookCell { Id = "rest", Kind = CellKind.Markdown, Source = markdown });
        }).Count);

    [Theory]
    [InlineData(90, 0)]
    [InlineData(91, 1)]
    public void Check_Columns_MayBe90(int columns, int findings) =>
        Assert.Equal(findings, Check(notebook => notebook.Cells.Add(NotebookBuilder.Code("wide", "//" + new string('x', columns - 2)))).Count);

    [Fact]
    public void Check_EmptyCell_IsFound() =>
        AssertRule("length", notebook => notebook.Cells.Add(NotebookBuilder.Code("empty", " \n")));

    [Theory]
    [InlineData("#!time\n1", 0)]
    [InlineData("#!import helpers.cs", 0)]
    [InlineData("#!mermaid\ngraph", 1)]
    public void Check_Verbs_OnlyPortableOnes(string source, int findings) =>
        Assert.Equal(findings, Check(notebook => notebook.Cells.Add(NotebookBuilder.Code("verb", source))).Count);

    [Theory]
    [InlineData("# Another title")]
    [InlineData("## Next\n\n#### Too deep")]
    public void Check_Headings_OneTitleAndNoGaps(string markdown) =>
        AssertRule("headings", notebook => notebook.Cells.Add(new NotebookCell { Id = "more", Kind = CellKind.Markdown, Source = markdown }));

    [Fact]
    public void Check_HashInCodeFence_IsNoHeading() =>
        Assert.Empty(Check(notebook => notebook.Cells.Add(new NotebookCell { Id = "more", Kind = CellKind.Markdown, Source = "```csharp\n# not a title\n```" })));

    [Theory]
    [InlineData("#r \"nuget: Course, 1.0.0\"", "#r \"nuget: Course\"")]
    [InlineData("using Course;", "")]
    [InlineData("Notebook.Open(\"01\")", "Notebook.Open(\"02\")")]
    public void Check_SetUpCell_LoadsTheLibrary(string line, string instead) =>
        AssertRule("set-up", notebook => notebook.Cells[1].Source = notebook.Cells[1].Source.Replace(line, instead, StringComparison.Ordinal));

    [Fact]
    public void Check_UnknownHint_IsFound() =>
        AssertRule("exercise", notebook => notebook.Cells.Add(NotebookBuilder.Code("hint", "Hint(\"01-9\", 2)")));

    [Fact]
    public void Check_ExerciseInOtherCell_IsFound() =>
        AssertRule("exercise", notebook => notebook.Cells.Add(NotebookBuilder.Code("elsewhere", "Check.Exercise(\"01-1\", F)")));

    [Fact]
    public void Check_ExerciseCellWithoutCheck_IsFound() =>
        AssertRule("exercise", notebook =>
        {
            Header(notebook, "15 minutes", "25 minutes");
            notebook.Cells.Add(NotebookBuilder.Code("exercise-01-2", "1 + 1 // Check.Exercise(\"01-2\", F)"));
        });

    [Theory]
    [InlineData("[x](nowhere.md)")]
    [InlineData("[x](#no-such-part)")]
    [InlineData("![x](attachment:p.png)")]
    [InlineData("[x](http://example.org)")]
    [InlineData("[x](other.md#no-such-part)")]
    public void Check_DeadLink_IsFound(string markdown)
    {
        File.WriteAllText(Path.Combine(_folder, "other.md"), "# Other\n");

        AssertRule("links", notebook => notebook.Cells.Add(new NotebookCell { Id = "link", Kind = CellKind.Markdown, Source = markdown }));
    }

    [Theory]
    [InlineData("<a id=\"here\"></a>\n\n[x](#here)")]
    [InlineData("<div>\n<a name=\"here\"></a>\n</div>\n\n[x](#here)")]
    [InlineData("A claim[^1].\n\n[^1]: Gorman.")]
    [InlineData("## With $x_i$ and \"quotes\"\n\n[x](#with-x_i-and-quotes)")]
    public void Check_LinkThatTheSiteFollows_FindsNothing(string markdown) =>
        Assert.Empty(Check(notebook => notebook.Cells.Add(new NotebookCell { Id = "link", Kind = CellKind.Markdown, Source = markdown })));

    [Theory]
    [InlineData("As in notebook 23.", 1)]
    [InlineData("As in exercise 01-9.", 1)]
    [InlineData("As in notebook 02, exercise 01-2, and exercise 02-7, which is to come.", 0)]
    public void Check_ReferenceToNothing_IsFound(string markdown, int findings)
    {
        var notebook = NotebookBuilder.Exemplary(Path.Combine(_folder, "01-a-title.ipynb"));
        notebook.Cells.Add(new NotebookCell { Id = "more", Kind = CellKind.Markdown, Source = markdown });
        var found = NotebookChecker.Check(Save(notebook), new HashSet<string> { "01-1", "01-2" }, new HashSet<string> { "01", "02" });
        Assert.Equal(findings, found.Count(finding => finding.Rule == "references"));
    }

    [Fact]
    public void Check_CodeNestedBeyondReading_IsFound() =>
        Assert.Contains(
            Check(notebook => notebook.Cells.Add(NotebookBuilder.Code("deep", new string('(', 20_000) + "1" + new string(')', 20_000)))),
            finding => finding.Rule == "nesting");

    [Fact]
    public void Check_HalfACharacter_IsOneFinding()
    {
        var path = Path.Combine(_folder, "01-x.ipynb");
        File.WriteAllText(path, """{"cells": [{"cell_type": "code", "id": "a", "metadata": {}, "source": "\ud83d"}], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}""");

        Assert.Contains("half a character", Assert.Single(NotebookChecker.Check(path, null)).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_LinkToHeadingOfOtherFile_FindsNothing()
    {
        File.WriteAllText(Path.Combine(_folder, "other file.md"), "# Other, *really*\n");

        Assert.Empty(Check(notebook => notebook.Cells.Add(
            new NotebookCell { Id = "link", Kind = CellKind.Markdown, Source = "[x](other%20file.md#other-really)" })));
    }

    [Fact]
    public void Check_OlderFormat_AsksForIds()
    {
        var path = Save(NotebookBuilder.Exemplary("01-x.ipynb"));
        File.WriteAllText(path, File.ReadAllText(path).Replace("\"nbformat_minor\": 5", "\"nbformat_minor\": 4", StringComparison.Ordinal).Replace("\"id\": \"part\",", "", StringComparison.Ordinal));

        Assert.Equal([null, 3], NotebookChecker.Check(path, null).Where(finding => finding.Rule == "format").Select(finding => finding.Cell));
    }

    private static void Header(NotebookDocument notebook, string text, string instead) =>
        notebook.Cells[0].Source = notebook.Cells[0].Source.Replace(text, instead, StringComparison.Ordinal);

    private void AssertRule(string rule, Action<NotebookDocument> change) =>
        Assert.Equal(rule, Assert.Single(Check(change)).Rule);

    private IReadOnlyList<NotebookFinding> Check(Action<NotebookDocument> change)
    {
        var notebook = NotebookBuilder.Exemplary(Path.Combine(_folder, "01-a-title.ipynb"));
        change(notebook);
        return NotebookChecker.Check(Save(notebook), new HashSet<string> { "01-1", "01-2" });
    }

    private string Save(NotebookDocument notebook)
    {
        var path = Path.Combine(_folder, Path.GetFileName(notebook.Path));
        File.WriteAllText(path, notebook.ToJson());
        return path;
    }
}
