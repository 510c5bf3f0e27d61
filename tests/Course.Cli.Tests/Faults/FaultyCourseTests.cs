using Course.Kernel.Running;
using Course.Kernel.Tests.Notebooks;

namespace Course.Cli.Tests.Faults;

public sealed class FaultyCourseTests(FaultyCourse course) : IClassFixture<FaultyCourse>
{
    [Theory]
    [InlineData("exits", RunStatus.ProcessDied, "ProcessExited", 2)]
    [InlineData("recurses", RunStatus.CellFailed, "InsufficientExecutionStackException", 1)]
    [InlineData("overflows", RunStatus.ProcessDied, "StackOverflow", 1)]
    [InlineData("throws", RunStatus.CellFailed, "InvalidOperationException", 1)]
    [InlineData("compiles-not", RunStatus.CellFailed, "CompilationError", 2)]
    [InlineData("hoards", RunStatus.CellFailed, "OutOfMemoryException", 1)]
    [InlineData("loops", RunStatus.Timeout, "Timeout", 1)]
    public void Run_FaultyNotebook_NamesFaultAndCell(string notebook, RunStatus status, string error, int cell)
    {
        var run = course.Run(notebook);

        Assert.Equal((status, cell), (run.Status, run.Error!.Cell));
        Assert.EndsWith(error, run.Error.Name, StringComparison.Ordinal);
        Assert.Contains($"{notebook}, cell {cell} (c{cell})", course.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("exits", 1, "last words", "ProcessExited")]
    [InlineData("recurses", 0, "deep", "a function calls itself")]
    [InlineData("overflows", 0, "deep", "StackOverflow")]
    [InlineData("throws", 0, "before", "at once")]
    [InlineData("loops", 0, "round and round", "Timeout")]
    public void Run_FaultyCell_KeepsItsOutputAndSaysWhatHappened(string notebook, int cell, string output, string error)
    {
        var said = course.Said(notebook, cell);

        Assert.Contains(output, said, StringComparison.Ordinal);
        Assert.True(said.IndexOf(error, StringComparison.Ordinal) > said.IndexOf(output, StringComparison.Ordinal), said);
    }

    [Fact]
    public void Run_HundredMegabytesOfText_GoesOnWithHeadAndTail()
    {
        Assert.Equal(RunStatus.Ok, course.Run("floods").Status);
        Assert.EndsWith("the end\n", course.Said("floods", 0), StringComparison.Ordinal);
        Assert.Equal("2", course.Said("floods", 1));
        Assert.InRange(new FileInfo(Path.Combine(course.ExecutedFolder, "floods.ipynb")).Length, 500_000, 2_000_000);
    }

    [Fact]
    public void Run_TextOfAnEarlierCellsThread_IsThatCells() =>
        Assert.Equal(("late\n", "own\n"), (course.Said("talks", 0), course.Said("talks", 1)));

    [Fact]
    public void Run_FineNotebookAmongFaultyOnes_IsExecuted()
    {
        var run = course.Run("fine");

        Assert.Equal((RunStatus.Ok, 3), (run.Status, run.Cells.Count));
        Assert.Equal("21", course.Said("fine", 1));
        Assert.Contains("2.5", course.Said("fine", 2), StringComparison.Ordinal);
        Assert.InRange(run.PeakMemory, 10_000_000, 2_000_000_000);
    }

    [Fact]
    public void Run_MalformedFiles_NamesEach()
    {
        Assert.True(MalformedNotebooks.All.Count >= 28);
        Assert.All(MalformedNotebooks.All, bad =>
        {
            var run = course.Run($"bad-{bad.Name}");
            Assert.Equal((RunStatus.BadNotebook, null), (run.Status, run.Output));
            Assert.Contains(bad.Complaint, run.Error!.Message, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Run_CellThatLeavesAProcess_EndsItToo() => Waiting.ForDeath(course.Sleeper);

    [Fact]
    public void Run_ExecutedCopies_AreValidAndWhole()
    {
        var files = Directory.GetFiles(course.ExecutedFolder, "*", new EnumerationOptions { AttributesToSkip = 0 });

        Assert.Equal(11, files.Length);
        NbFormat.AssertValid(files);
    }

    [Fact]
    public void Run_SeveralFaults_ExitsAsTheFirst() => Assert.Equal((int)ExitCode.BadNotebook, course.Code);
}
