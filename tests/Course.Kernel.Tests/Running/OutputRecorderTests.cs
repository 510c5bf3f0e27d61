using Course.Kernel.Display;
using Course.Kernel.Formatting;
using Course.Kernel.Notebooks;
using Course.Kernel.Running;
using Course.Kernel.Script;
using Course.Kernel.Tests.Notebooks;

namespace Course.Kernel.Tests.Running;

public sealed class OutputRecorderTests
{
    private readonly NotebookDocument _notebook = NotebookBuilder.Notebook("a.ipynb", "first", "second");
    private readonly OutputRecorder _recorder;
    private readonly CellRecorder _cell;

    public OutputRecorderTests()
    {
        _recorder = new OutputRecorder(_notebook);
        _cell = _recorder.Start(0);
    }

    [Fact]
    public void Stream_InPieces_IsOneOutputAStream()
    {
        _cell.Stream(StreamName.Output, "a");
        _cell.Stream(StreamName.Output, "b\n");
        _cell.Stream(StreamName.Error, "c");
        _cell.Stream(StreamName.Output, "d");
        _cell.End(null);

        Assert.Equal(["stdout:ab\n", "stderr:c", "stdout:d"], Outputs(0).Select(output => $"{output["name"]}:{output["text"]}"));
    }

    [Fact]
    public void Result_BetweenTexts_KeepsTheOrder()
    {
        _cell.Stream(StreamName.Output, "before");
        _cell.Display(Plain("shown"), "d1");
        _cell.Stream(StreamName.Output, "after");
        _cell.Result(Plain("2"));
        _cell.End(null);

        Assert.Equal(["stream", "display_data", "stream", "execute_result"], Outputs(0).Select(output => (string)output["output_type"]!));
        Assert.Equal(1, (int)Outputs(0)[3]["execution_count"]!);
    }

    [Fact]
    public void UpdateDisplay_FromALaterCell_ChangesTheEarlierOne()
    {
        _cell.Display(Plain("0 %"), "bar");
        _cell.End(null);
        var later = _recorder.Start(1);
        later.UpdateDisplay(Plain("100 %"), "bar");
        later.UpdateDisplay(Plain("?"), "never shown");
        later.End(null);

        Assert.Equal("100 %", (string)Assert.Single(Outputs(0))["data"]!["text/plain"]!);
        Assert.Empty(Outputs(1));
    }

    [Fact]
    public void ClearOutput_Wait_KeepsTheOldUntilTheNext()
    {
        _cell.Stream(StreamName.Output, "old");
        _cell.ClearOutput(wait: true);
        Assert.Single(Outputs(0));

        _cell.Stream(StreamName.Output, "new");
        _cell.End(null);

        Assert.Equal("new", (string)Assert.Single(Outputs(0))["text"]!);
    }

    [Fact]
    public void End_WithError_KeepsTheTextBefore()
    {
        _cell.Stream(StreamName.Output, "so far");
        _cell.End(new CellError("DivideByZeroException", "zero", ["line 1"]));

        Assert.Equal(["stream", "error"], Outputs(0).Select(output => (string)output["output_type"]!));
        Assert.Equal("""["line 1"]""", Outputs(0)[1]["traceback"]!.ToJsonString());
    }

    [Fact]
    public void Stream_AfterTheEnd_IsStillTheCells()
    {
        _cell.Stream(StreamName.Output, "own");
        _cell.End(null);
        var later = _recorder.Start(1);
        later.Stream(StreamName.Output, "later");
        _cell.Stream(StreamName.Output, "la");
        _cell.Stream(StreamName.Output, "te");
        later.End(null);
        _recorder.Close();

        Assert.Equal(["own", "late"], Outputs(0).Select(output => (string)output["text"]!));
        Assert.Equal("later", (string)Assert.Single(Outputs(1))["text"]!);
    }

    [Fact]
    public void Stream_HundredMillionCharacters_KeepsHeadAndTail()
    {
        var line = new string('x', 999) + "\n";
        _cell.Stream(StreamName.Output, "first line\n");
        for (var i = 0; i < 100_000; i++)
        {
            _cell.Stream(StreamName.Output, line);
        }

        _cell.Stream(StreamName.Output, "last line\n");
        _cell.End(null);

        var text = string.Concat(Outputs(0).Select(output => (string)output["text"]!));
        Assert.InRange(text.Length, 540_000, 560_000);
        Assert.StartsWith("first line\n", text, StringComparison.Ordinal);
        Assert.EndsWith("last line\n", text, StringComparison.Ordinal);
        Assert.Contains("characters left out …]", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Stream_LimitInsideASurrogatePair_StaysWellFormed()
    {
        _cell.Stream(StreamName.Output, "x" + string.Concat(Enumerable.Repeat("😀", 400_000)));
        _cell.End(null);

        var text = string.Concat(Outputs(0).Select(output => (string)output["text"]!));
        Assert.DoesNotContain('\uFFFD', System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text)));
    }

    [Fact]
    public void Display_WithoutEnd_StopsAtTheLimitAndSaysSo()
    {
        var chart = Plain(new string('x', 10_000_000));
        for (var i = 0; i < 10; i++)
        {
            _cell.Display(chart, $"d{i}");
        }

        _cell.End(null);

        Assert.Equal(6, Outputs(0).Count(output => (string)output["output_type"]! == "display_data"));
        Assert.Contains("the rest is left out", (string)Outputs(0)[^1]["text"]!, StringComparison.Ordinal);
    }

    [Fact]
    public void Result_JsonMime_IsJsonInTheNotebook()
    {
        _cell.Result(new MimeBundle(new Dictionary<string, string> { ["application/vnd.x+json"] = "{\"a\":1}", ["application/json"] = "not json" }));

        var data = Outputs(0)[0]["data"]!;
        Assert.Equal(1, (int)data["application/vnd.x+json"]!["a"]!);
        Assert.Equal("not json", (string)data["application/json"]!);
    }

    [Fact]
    public void Start_NotebookWithOldOutputs_RemovesThem()
    {
        var notebook = NotebookBuilder.Notebook("a.ipynb", "first", "never run");
        notebook.Cells[1].Outputs.Add([]);
        notebook.Cells[1].ExecutionCount = 9;

        new OutputRecorder(notebook).Start(0);

        Assert.Empty(notebook.Cells[1].Outputs);
        Assert.Null(notebook.Cells[1].ExecutionCount);
    }

    private IList<System.Text.Json.Nodes.JsonObject> Outputs(int cell) => _notebook.Cells[cell].Outputs;

    private static MimeBundle Plain(string text) => new(new Dictionary<string, string> { ["text/plain"] = text });
}
