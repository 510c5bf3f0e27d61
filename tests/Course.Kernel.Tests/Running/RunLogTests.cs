using Course.Kernel.Display;
using Course.Kernel.Running;
using Course.Kernel.Script;
using Course.Kernel.Session;
using Course.Kernel.Tests.Notebooks;

namespace Course.Kernel.Tests.Running;

public sealed class RunLogTests
{
    private static readonly CellResult Failed = new(CellStatus.Threw, new CellError("System.Exception", "no", ["trace"], 2));

    [Fact]
    public void Close_AfterFinish_ListsCellsHeadlinesAndExercises()
    {
        var log = new RunLog(NotebookBuilder.Notebook("a.ipynb", "1", "2"));
        log.Apply(new RunEvent.CellStarted(0));
        log.Apply(new RunEvent.Reported(0, """{"kind":"headline","id":"04-mnist","value":0.9,"low":0.85,"high":null,"tier":"fast","ok":true}"""));
        log.Apply(new RunEvent.Reported(0, """{"kind":"exercise","id":"04-1","outcome":"not attempted"}"""));
        log.Apply(new RunEvent.Reported(0, """{"kind":"exercise","id":"04-1","outcome":"right"}"""));
        log.Apply(new RunEvent.CellEnded(0, CellResult.Completed, 0.5, 100));
        log.Apply(new RunEvent.NotebookFinished());

        var run = log.Close("a", null);

        Assert.True(log.Finished);
        Assert.Equal(RunStatus.Ok, run.Status);
        Assert.Equal([new CellRun(1, "c1", CellStatus.Completed, 0.5)], run.Cells);
        Assert.Equal([new HeadlineResult("04-mnist", 0.9, 0.85, null, "fast", true)], run.Headlines);
        Assert.Equal([new ExerciseResult("04-1", "right")], run.Exercises);
        Assert.Equal(100, run.PeakMemory);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"kind":7}""")]
    [InlineData("""{"kind":"headline","value":"much"}""")]
    public void Apply_ForeignReport_IsLeftOut(string json)
    {
        var log = new RunLog(NotebookBuilder.Notebook("a.ipynb", "1"));
        log.Apply(new RunEvent.CellStarted(0));
        log.Apply(new RunEvent.Reported(0, json));

        Assert.Empty(log.Close("a", null).Headlines);
    }

    [Fact]
    public void Apply_EventsThatMakeNoSense_AreLeftOut()
    {
        var log = new RunLog(NotebookBuilder.Notebook("a.ipynb", "1"));
        foreach (var nonsense in (RunEvent[])[new RunEvent.CellStarted(-1), new RunEvent.CellStarted(7), new RunEvent.CellEnded(0, Failed, 0, 0), new RunEvent.Reported(3, "{}")])
        {
            log.Apply(nonsense);
        }

        log.Apply(new RunEvent.CellStarted(0));
        log.Apply(new RunEvent.CellEnded(0, null!, 0, 0));

        Assert.Equal(1, Assert.Single(log.Close("a", null).Cells).Number);
    }

    [Fact]
    public void Close_Reports_AreAllThereEachWithItsCell()
    {
        var log = new RunLog(NotebookBuilder.Notebook("a.ipynb", "1", "2"));
        log.Apply(new RunEvent.CellStarted(0));
        log.Apply(new RunEvent.CellStarted(1));
        log.Apply(new RunEvent.Reported(1, "{}"));
        log.Apply(new RunEvent.Reported(0, "no json"));

        Assert.Equal([new CellReport(1, "{}"), new CellReport(0, "no json")], log.Close("a", null).Reports);
    }

    [Theory]
    [InlineData("""{"kind":"headline","id":"x","value":2,"low":0,"high":1,"tier":"fast","ok":false}""", RunStatus.FigureMissed)]
    [InlineData("""{"kind":"close","what":"softmax","ok":false}""", RunStatus.FigureMissed)]
    [InlineData("""{"kind":"close","what":"softmax","ok":true}""", RunStatus.Ok)]
    public void Close_FigureOff_IsSaidThoughEveryCellRan(string report, RunStatus status)
    {
        var log = new RunLog(NotebookBuilder.Notebook("a.ipynb", "1"));
        log.Apply(new RunEvent.CellStarted(0));
        log.Apply(new RunEvent.Reported(0, report));
        log.Apply(new RunEvent.CellEnded(0, CellResult.Completed, 0, 0));

        Assert.Equal(status, log.Close("a", null).Status);
    }

    [Fact]
    public void Close_HeadlineOutOfBandAndReportedAgain_StaysMissed()
    {
        var log = new RunLog(NotebookBuilder.Notebook("x.ipynb", "1"));
        log.Apply(new RunEvent.CellStarted(0));
        foreach (var (value, ok) in new[] { (0.5, true), (2, false), (0.5, true) })
        {
            log.Apply(new RunEvent.Reported(0, FormattableString.Invariant($$"""{"kind":"headline","id":"x","value":{{value}},"low":0,"high":1,"tier":"fast","ok":{{(ok ? "true" : "false")}}}""")));
        }

        var run = log.Close("x", null);

        Assert.Equal((RunStatus.FigureMissed, 2.0), (run.Status, Assert.Single(run.Headlines).Value));
    }

    [Fact]
    public void Close_HeadlineNotANumber_IsKept()
    {
        var log = new RunLog(NotebookBuilder.Notebook("a.ipynb", "1"));
        log.Apply(new RunEvent.CellStarted(0));
        log.Apply(new RunEvent.Reported(0, """{"kind":"headline","id":"x","value":"NaN","low":0,"high":1,"tier":"fast","ok":false}"""));

        Assert.Equal(double.NaN, Assert.Single(log.Close("a", null).Headlines).Value);
    }

    [Fact]
    public void Apply_TextOfAnEarlierCell_GoesToThatCell()
    {
        var notebook = NotebookBuilder.Notebook("a.ipynb", "1", "2");
        var log = new RunLog(notebook);
        log.Apply(new RunEvent.CellStarted(0));
        log.Apply(new RunEvent.CellEnded(0, CellResult.Completed, 0, 0));
        log.Apply(new RunEvent.CellStarted(1));
        log.Apply(new RunEvent.StreamWritten(0, StreamName.Output, "late"));
        log.Apply(new RunEvent.StreamWritten(1, StreamName.Output, "own"));
        log.Apply(new RunEvent.StreamWritten(0, StreamName.Output, "r"));
        log.Apply(new RunEvent.CellEnded(1, CellResult.Completed, 0, 0));
        log.Close("a", null);

        Assert.Equal(["later", "own"], notebook.Cells.Select(cell => (string)Assert.Single(cell.Outputs)["text"]!));
    }

    [Fact]
    public void Close_CellFailed_NamesCellAndLine()
    {
        var log = new RunLog(NotebookBuilder.Notebook("a.ipynb", "1", "2"));
        log.Apply(new RunEvent.CellStarted(1));
        log.Apply(new RunEvent.CellEnded(1, Failed, 0, 0));

        var run = log.Close("a", null);

        Assert.Equal(RunStatus.CellFailed, run.Status);
        Assert.Equal((2, "c2", 2, "System.Exception"), (run.Error!.Cell, run.Error.CellId, run.Error.Line, run.Error.Name));
    }

    [Fact]
    public void Close_CellThatMayFail_IsOk()
    {
        var notebook = NotebookBuilder.Notebook("a.ipynb", "1");
        notebook.Cells[0].Metadata["tags"] = new System.Text.Json.Nodes.JsonArray("raises-exception");
        var log = new RunLog(notebook);
        log.Apply(new RunEvent.CellStarted(0));
        log.Apply(new RunEvent.CellEnded(0, Failed, 0, 0));

        Assert.Equal(RunStatus.Ok, log.Close("a", null).Status);
        Assert.Single(notebook.Cells[0].Outputs);
    }

    [Fact]
    public void Close_DatasetException_IsMissingData()
    {
        var log = new RunLog(NotebookBuilder.Notebook("a.ipynb", "1"));
        log.Apply(new RunEvent.CellStarted(0));
        log.Apply(new RunEvent.CellEnded(0, new CellResult(CellStatus.Threw, new CellError("Course.DatasetException", "gone", [])), 0, 0));

        Assert.Equal(RunStatus.MissingData, log.Close("a", null).Status);
    }

    [Fact]
    public void Close_ProcessDiedInACell_WritesTheErrorBehindItsOutput()
    {
        var notebook = NotebookBuilder.Notebook("a.ipynb", "1", "2");
        var log = new RunLog(notebook);
        log.Apply(new RunEvent.CellStarted(0));
        log.Apply(new RunEvent.StreamWritten(0, StreamName.Output, "so far"));

        var run = log.Close("a", new SuddenEnd(RunStatus.ProcessDied, "ProcessExited", "gone"));

        Assert.Equal(["so far", "gone"], notebook.Cells[0].Outputs.Select(output => (string)(output["text"] ?? output["evalue"])!));
        Assert.Null(Assert.Single(run.Cells).Status);
        Assert.Equal((1, "ProcessExited"), (run.Error!.Cell, run.Error.Name));
    }

    [Fact]
    public void Close_ProcessDiedBeforeItsFirstCell_WritesTheErrorIntoTheFirst()
    {
        var notebook = NotebookBuilder.Notebook("a.ipynb", "1");

        var run = new RunLog(notebook).Close("a", new SuddenEnd(RunStatus.ProcessDied, "Killed", "gone"));

        Assert.Equal("Killed", (string)Assert.Single(notebook.Cells[0].Outputs)["ename"]!);
        Assert.Null(run.Error!.Cell);
    }

    [Fact]
    public void Close_NoCodeCellsAtAll_Works() =>
        Assert.Equal(RunStatus.ProcessDied, new RunLog(NotebookBuilder.Notebook("a.ipynb")).Close("a", new SuddenEnd(RunStatus.ProcessDied, "Killed", "gone")).Status);
}
