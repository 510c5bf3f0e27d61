using Course.Kernel.Running;

namespace Course.Cli.Tests;

public sealed class CourseProgramTests
{
    [Fact]
    public void Output_StreamsThatEnd_AddNothing()
    {
        using var scratch = new Scratch();

        var (code, output) = CourseProgram.Run(scratch.Folder, ["run", "--jobs", "none"]);

        Assert.Equal((int)ExitCode.Usage, code);
        Assert.All(output.TrimEnd('\n').Split('\n'), line => Assert.NotEmpty(line));
        Assert.Single(output, '\n');
    }
}
