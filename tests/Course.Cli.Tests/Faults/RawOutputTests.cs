using Course.Kernel.Running;

namespace Course.Cli.Tests.Faults;

public sealed class RawOutputTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void Run_CellWritesMegabytesWithoutANewline_ToTheRawStream_IsNotHeldUp()
    {
        // 40 MB took about 100 s when they were looked through for lines; they take about one.
        _scratch.Notebook("a", """
            var raw = Console.OpenStandardOutput();
            var megabyte = new byte[1 << 20];
            Array.Fill(megabyte, (byte)'x');
            for (var i = 0; i < 40; i++)
            {
                raw.Write(megabyte);
            }
            """);

        var (code, output) = CourseProgram.Run(_scratch.Folder, ["run", "a.ipynb", "--out", _scratch.Out, "--timeout", "40"]);

        Assert.True(code == (int)ExitCode.Ok, output);
    }
}
