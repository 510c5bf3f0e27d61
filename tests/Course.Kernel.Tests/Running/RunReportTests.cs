using System.Text.Json;
using Course.Kernel.Running;
using Course.Kernel.Session;

namespace Course.Kernel.Tests.Running;

public sealed class RunReportTests
{
    [Fact]
    public void Write_ThenRead_IsTheSame()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var run = new NotebookRun
        {
            Name = "a",
            Path = "/a.ipynb",
            Status = RunStatus.ProcessDied,
            Cells = [new(2, "c", CellStatus.CompilationFailed, 0.25), new(3, "d", null, 1)],
            Headlines = [new("h", double.NaN, null, 1, "fast", false)],
            Exercises = [new("01-1", "right")],
            Error = new("Killed", "gone", 3, "d"),
        };
        try
        {
            Report(run).Write(path);

            var text = File.ReadAllText(path);
            Assert.Contains("\"status\": \"process-died\"", text, StringComparison.Ordinal);
            Assert.Contains("\"exitCode\": \"process-died\"", text, StringComparison.Ordinal);
            Assert.Equal(JsonSerializer.Serialize(run.Cells), JsonSerializer.Serialize(RunReport.Read(path).Notebooks[0].Cells));
            Assert.Equal(run.Headlines, RunReport.Read(path).Notebooks[0].Headlines);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Theory]
    [InlineData(ExitCode.Ok, RunStatus.Ok, RunStatus.Ok)]
    [InlineData(ExitCode.Timeout, RunStatus.Ok, RunStatus.Timeout, RunStatus.CellFailed)]
    [InlineData(ExitCode.CellFailed, RunStatus.CellFailed, RunStatus.Skipped)]
    [InlineData(ExitCode.FigureMissed, RunStatus.Ok, RunStatus.FigureMissed)]
    [InlineData(ExitCode.BadNotebook, RunStatus.BadNotebook)]
    [InlineData(ExitCode.MissingData, RunStatus.MissingData)]
    [InlineData(ExitCode.ProcessDied, RunStatus.ProcessDied)]
    [InlineData(ExitCode.OutputFailed, RunStatus.OutputFailed)]
    [InlineData(ExitCode.Interrupted, RunStatus.Interrupted, RunStatus.Skipped)]
    public void ExitCode_OfSeveral_IsTheFirstFailure(ExitCode expected, params RunStatus[] statuses) =>
        Assert.Equal(expected, Report([.. statuses.Select(status => new NotebookRun { Name = "a", Path = "a", Status = status })]).ExitCode);

    private static RunReport Report(params NotebookRun[] runs) =>
        new() { Started = DateTimeOffset.UnixEpoch, Seconds = 1, Tier = "fast", Notebooks = runs };
}
