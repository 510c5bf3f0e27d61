using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;

namespace Course.Cli.Tests.Kernel;

public sealed class KernelCommandTests
{
    [Fact]
    public void Install_IntoAnEmptyHome_MakesAnEntryThatJupyterCanStart()
    {
        using var scratch = new Scratch();
        var (code, output) = Course(scratch, "install");

        Assert.True(code == 0, output);
        var folder = scratch.At("data/kernels/.net-csharp");
        var entry = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "kernel.json")))!;
        Assert.Equal("C#", (string?)entry["language"]);
        Assert.Equal("message", (string?)entry["interrupt_mode"]);
        Assert.True(File.Exists((string?)entry["argv"]![0]));
        Assert.Contains("{connection_file}", entry["argv"]!.AsArray().Select(part => (string?)part));
        Assert.All(["logo-32x32.png", "logo-64x64.png", "logo-svg.svg"], logo => Assert.True(File.Exists(Path.Combine(folder, logo))));
    }

    [Fact]
    public void Install_Twice_ThenListAndUninstall_LeavesNothing()
    {
        using var scratch = new Scratch();
        Course(scratch, "install");
        Assert.Equal(0, Course(scratch, "install").Code);

        Assert.Contains(".net-csharp", Course(scratch, "list").Output, StringComparison.Ordinal);
        Assert.Equal(0, Course(scratch, "uninstall").Code);
        Assert.Empty(Directory.GetDirectories(scratch.At("data/kernels")));
        Assert.Equal(2, Course(scratch, "uninstall").Code);
    }

    [Fact]
    public void Install_WhereAnotherKernelHasTheName_TakesItsOwn()
    {
        using var scratch = new Scratch();
        var taken = Directory.CreateDirectory(scratch.At("data/kernels/.net-csharp")).FullName;
        File.WriteAllText(Path.Combine(taken, "kernel.json"), """{"argv":["dotnet","interactive"],"metadata":{}}""");

        Assert.Equal(0, Course(scratch, "install").Code);

        Assert.True(Directory.Exists(scratch.At("data/kernels/course-csharp")));
        Assert.Contains("interactive", File.ReadAllText(Path.Combine(taken, "kernel.json")), StringComparison.Ordinal);
        Assert.Equal(2, Course(scratch, "install", "--name", ".net-csharp").Code);
        Assert.Equal(0, Course(scratch, "install", "--name", ".net-csharp", "--force").Code);
    }

    [Fact]
    public void Install_WhereTheSystemHasAnotherOfTheName_DoesNotHideIt()
    {
        using var scratch = new Scratch();
        var theirs = Directory.CreateDirectory(scratch.At("system/kernels/.net-csharp")).FullName;
        File.WriteAllText(Path.Combine(theirs, "kernel.json"), """{"argv":["dotnet","interactive"],"metadata":{}}""");

        var (code, output) = CourseProgram.Run(
            scratch.Folder, ["kernel", "install"], ("JUPYTER_DATA_DIR", scratch.At("data")), ("JUPYTER_PATH", scratch.At("system")));

        Assert.True(code == 0, output);
        Assert.Equal([scratch.At("data/kernels/course-csharp")], Directory.GetDirectories(scratch.At("data/kernels")));
    }

    [Fact]
    public void List_EntryWhoseProgramIsGone_SaysSo()
    {
        using var scratch = new Scratch();
        Course(scratch, "install");
        var entry = scratch.At("data/kernels/.net-csharp/kernel.json");
        File.WriteAllText(entry, File.ReadAllText(entry).Replace(CourseProgram.Executable, "/moved/course", StringComparison.Ordinal));

        Assert.Contains("/moved/course is gone", Course(scratch, "list").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--name", "No Spaces")]
    [InlineData("--sys-prefix", null)]
    public void Install_ThatCannotBe_SaysWhy(string option, string? value)
    {
        using var scratch = new Scratch();

        Assert.Equal(2, Course(scratch, ["install", option, .. value is null ? [] : new[] { value }]).Code);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("no json")]
    [InlineData("""{"transport":"ipc","signature_scheme":"hmac-sha256"}""")]
    public void Run_WithAMalformedConnectionFile_SaysSo(string text)
    {
        using var scratch = new Scratch();
        File.WriteAllText(scratch.At("connection.json"), text);

        var (code, output) = Course(scratch, "run", "--connection-file", scratch.At("connection.json"));

        Assert.Equal(8, code);
        Assert.Contains("no connection file", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_OnAPortThatIsTaken_SaysSo()
    {
        using var scratch = new Scratch();
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        WriteConnection(scratch, ((IPEndPoint)taken.LocalEndpoint).Port);

        var (code, output) = Course(scratch, "run", "--connection-file", scratch.At("connection.json"));

        Assert.Equal(8, code);
        Assert.Contains("cannot start", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_Terminated_EndsByItself()
    {
        using var scratch = new Scratch();
        WriteConnection(scratch, FreePort());
        using var kernel = CourseProgram.Start(scratch.Folder, ["kernel", "run", "--connection-file", scratch.At("connection.json")]);
        Assert.True(SpinWait.SpinUntil(() => IsListening(scratch), TimeSpan.FromSeconds(60)));

        kernel.Terminate();

        Assert.Equal(0, kernel.WaitForExit());
    }

    [Fact]
    public void Run_WhoseParentIsGone_EndsByItself()
    {
        using var scratch = new Scratch();
        WriteConnection(scratch, FreePort());

        var (code, _) = CourseProgram.Run(
            scratch.Folder, ["kernel", "run", "--connection-file", scratch.At("connection.json")], ("JPY_PARENT_PID", "999999999"));

        Assert.Equal(0, code);
    }

    private static (int Code, string Output) Course(Scratch scratch, params string[] arguments) =>
        CourseProgram.Run(scratch.Folder, ["kernel", .. arguments], ("JUPYTER_DATA_DIR", scratch.At("data")), ("HOME", scratch.Folder), ("VIRTUAL_ENV", ""), ("CONDA_PREFIX", ""));

    private static void WriteConnection(Scratch scratch, int shell) => File.WriteAllText(scratch.At("connection.json"), $$"""
        {"transport":"tcp","signature_scheme":"hmac-sha256","ip":"127.0.0.1","key":"k","shell_port":{{shell}},
         "iopub_port":{{FreePort()}},"stdin_port":{{FreePort()}},"control_port":{{FreePort()}},"hb_port":{{FreePort()}}}
        """);

    private static bool IsListening(Scratch scratch)
    {
        var port = (int)JsonNode.Parse(File.ReadAllText(scratch.At("connection.json")))!["shell_port"]!;
        using var probe = new TcpClient();
        try
        {
            probe.Connect(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
