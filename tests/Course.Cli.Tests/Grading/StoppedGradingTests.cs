using Course.Cli.Tests.Commands;
using Course.Kernel.Running;

namespace Course.Cli.Tests.Grading;

public sealed class StoppedGradingTests(Checkout checkout) : IClassFixture<Checkout>
{
    [Fact]
    public void Grade_Stopped_WritesNoGradesAndLeavesNothing()
    {
        SmallCourse.Write(checkout.Notebooks);
        var folder = Directory.CreateDirectory(Path.Combine(checkout.Root, "class")).FullName;
        var temporary = Directory.CreateDirectory(Path.Combine(checkout.Root, "tmp")).FullName;
        File.WriteAllText(Path.Combine(folder, "anna.ipynb"), SmallCourse.Notebook().With("01-1", "while (true) { }").ToJson());

        using var program = CourseProgram.Start(checkout.Root, ["grade", folder, "--out", Path.Combine(checkout.Root, "out")], ("TMPDIR", temporary));
        Waiting.Until(() => program.Output.Contains("1 learner, 1 notebook.", StringComparison.Ordinal), () => $"the run did not begin; course said: {program.Output}");
        program.Terminate();

        Assert.Equal((int)ExitCode.Interrupted, program.WaitForExit());
        Assert.False(File.Exists(Path.Combine(checkout.Root, "out", "grades.csv")), program.Output);
        Assert.DoesNotContain(Directory.EnumerateFileSystemEntries(temporary), path => Path.GetFileName(path).StartsWith("course-", StringComparison.Ordinal));
    }
}
