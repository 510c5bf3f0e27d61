using System.Diagnostics;
using Course.Kernel.Running;

namespace Course.Cli.Tests.Faults;

public sealed class KilledRunTests : IDisposable
{
    private readonly Scratch _scratch = new();
    private readonly CourseProgram _program;

    public KilledRunTests()
    {
        // The cell tells its process and one that it started, then never ends.
        _scratch.Notebook("victim", "Console.WriteLine(\"so far\");", $$"""
            var sleeper = System.Diagnostics.Process.Start("sleep", "600");
            System.IO.File.WriteAllText(@"{{_scratch.At("ids.tmp")}}", $"{Environment.ProcessId} {sleeper.Id}");
            System.IO.File.Move(@"{{_scratch.At("ids.tmp")}}", @"{{_scratch.At("ids")}}");
            while (true) { }
            """);
        _program = CourseProgram.Start(_scratch.Folder, ["run", "victim.ipynb", "--out", _scratch.Out]);
    }

    public void Dispose()
    {
        _program.Dispose();
        _scratch.Dispose();
    }

    [Fact]
    public void Run_NotebookProcessKilled_SaysSoAndKeepsTheOutput()
    {
        var ids = Waiting.ForNumbers(_scratch.At("ids"), _program);

        using (var child = Process.GetProcessById(ids[0]))
        {
            child.Kill();
        }

        Assert.Equal((int)ExitCode.ProcessDied, _program.WaitForExit());
        Assert.Equal("Killed", _scratch.Report.Notebooks[0].Error!.Name);
        Assert.Equal("so far\n", _scratch.Said("victim", 0));
        Assert.StartsWith("Killed: ", _scratch.Said("victim", 1), StringComparison.Ordinal);
        NbFormat.AssertValid([Path.Combine(_scratch.Out, "notebooks", "victim.ipynb")]);
        Waiting.ForDeath(ids);
    }

    [Fact]
    public void Run_ParentKilled_LeavesNoProcessAndNoHalfFile()
    {
        var ids = Waiting.ForNumbers(_scratch.At("ids"), _program);

        _program.Kill();

        Waiting.ForDeath(ids);
        Assert.Empty(Directory.GetFiles(_scratch.Out, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 }));
    }

    [Fact]
    public void Run_Terminated_StopsTheNotebookAndReports()
    {
        var ids = Waiting.ForNumbers(_scratch.At("ids"), _program);

        _program.Terminate();

        Assert.Equal((int)ExitCode.Interrupted, _program.WaitForExit());
        Assert.Equal(RunStatus.Interrupted, _scratch.Report.Notebooks[0].Status);
        Assert.StartsWith("Interrupted: ", _scratch.Said("victim", 1), StringComparison.Ordinal);
        Waiting.ForDeath(ids);
    }
}
