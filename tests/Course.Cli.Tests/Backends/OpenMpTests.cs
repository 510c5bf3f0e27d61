namespace Course.Cli.Tests.Backends;

public sealed class OpenMpTests
{
    private const string Variable = "OMP_WAIT_POLICY";

    // As a native library asks.
    private const string Cell = """
        using System.Runtime.InteropServices;
        [DllImport("libc")] static extern IntPtr getenv(string name);
        Marshal.PtrToStringAnsi(getenv("OMP_WAIT_POLICY"))
        """;

    [Fact]
    public void Notebook_ByDefault_LetsWaitingThreadsSleep() => Assert.Equal("passive", Said());

    [Fact]
    public void Notebook_WithAPolicyOfOnesOwn_KeepsIt() => Assert.Equal("active", Said((Variable, "active")));

    private static string Said(params (string Name, string Value)[] environment)
    {
        using var scratch = new Scratch();
        var (code, output) = CourseProgram.Run(scratch.Folder, ["run", scratch.Notebook("policy", Cell), "--out", scratch.Out], environment);
        Assert.True(code == 0, output);
        return scratch.Said("policy", 0);
    }
}
