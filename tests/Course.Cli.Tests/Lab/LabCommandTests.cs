using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Course.Cli.Tests.Commands;
using Course.Kernel.Running;

namespace Course.Cli.Tests.Lab;

/// <summary><c>course lab</c> with Debian's Jupyter Notebook, and with one that does not start.</summary>
public sealed partial class LabCommandTests(Checkout checkout) : IClassFixture<Checkout>
{
    [Theory]
    [InlineData("-INT", true)] // a terminal's Ctrl-C reaches Jupyter too
    [InlineData("-TERM", false)]
    public void Lab_Stopped_WhileACellRuns_LeavesNothing(string signal, bool alsoToJupyter)
    {
        checkout.Add("00-start-here");
        using var scratch = new Scratch();
        using var lab = Start(scratch, "--no-browser");
        var address = Address(lab);
        var jupyter = Children(lab.Id).Single();
        var kernel = Browse(scratch, address);
        Assert.Contains(kernel, Children(jupyter));

        Process.Start("kill", [signal, $"{lab.Id}", .. alsoToJupyter ? [$"{jupyter}"] : Array.Empty<string>()]).WaitForExit();

        Assert.Equal((int)ExitCode.Ok, lab.WaitForExit());
        Waiting.ForDeath(jupyter, kernel);
        AssertFree(new Uri(address).Port);
        Assert.False(Directory.Exists(scratch.At(".local/share/jupyter/kernels")), "the user's own Jupyter got a kernel");
    }

    [Fact]
    public void Lab_PortThatIsTaken_SaysSo()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;

        var (code, output) = checkout.Course("lab", "--no-browser", "--port", $"{port}");

        Assert.Equal((int)ExitCode.Usage, code);
        Assert.Contains($"port {port} is taken", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no-such-jupyter", "there is no such program")]
    [InlineData("/bin/true", "does not start Jupyter")]
    public void Lab_NamedJupyterThatIsNone_SaysWhatIsWanted(string named, string words)
    {
        var (code, output) = checkout.Course("lab", "--jupyter", named);

        Assert.Equal((int)ExitCode.Usage, code);
        Assert.Contains(words, output, StringComparison.Ordinal);
    }

    [Fact]
    public void Lab_JupyterThatEndsAtOnce_ShowsItsLastWords()
    {
        using var scratch = new Scratch();
        var broken = FakeJupyter.Write(scratch.Folder, "jupyter-notebook", "echo 6.4.12", "echo 'ModuleNotFoundError: zmq' >&2; exit 3");

        var (code, output) = checkout.Course("lab", "--jupyter", broken);

        Assert.Equal((int)ExitCode.NotReady, code);
        Assert.Contains("ended with code 3", output, StringComparison.Ordinal);
        Assert.Contains("ModuleNotFoundError: zmq", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-INT")]
    [InlineData("-TERM")]
    public void Lab_Stopped_WhileJupyterHearsNothing_LeavesNothing(string signal)
    {
        using var scratch = new Scratch();
        var deaf = FakeJupyter.Write(
            scratch.Folder, "jupyter-notebook", "echo 6.4.12", $"trap '' INT TERM HUP; sleep 600 & echo $$ $! > {scratch.At("part")}; mv {scratch.At("part")} {scratch.At("ids")}; while true; do wait; done");
        using var lab = CourseProgram.Start(checkout.Notebooks, ["lab", "--jupyter", deaf, "--no-browser"], ("HOME", scratch.Folder));
        var ids = Waiting.ForNumbers(scratch.At("ids"), lab);

        Process.Start("kill", [signal, $"{lab.Id}", $"{ids[0]}"]).WaitForExit();

        Assert.Equal((int)ExitCode.Ok, lab.WaitForExit());
        Waiting.ForDeath(ids);
    }

    [Fact]
    public void Lab_ANotebookRun_LeavesTheCourseAsItIs()
    {
        var source = checkout.Add("00-start-here");
        var before = File.ReadAllText(source);
        using var scratch = new Scratch();
        using var lab = Start(scratch, "--no-browser");
        Address(lab);

        var copy = Path.Combine(checkout.Root, "my-notebooks", "00-start-here.ipynb");
        Assert.Equal(before, File.ReadAllText(copy));
        Waiting.Until(() => lab.Output.Contains("my-notebooks", StringComparison.Ordinal), () => lab.Output);
        File.WriteAllText(copy, "mine");
        lab.Terminate();
        lab.WaitForExit();

        Assert.Equal(before, File.ReadAllText(source));
    }

    private CourseProgram Start(Scratch scratch, params string[] options) => CourseProgram.Start(
        checkout.Notebooks, ["lab", "--jupyter", "/usr/bin/jupyter-notebook", .. options], ("HOME", scratch.Folder), ("JUPYTER_RUNTIME_DIR", scratch.At("runtime")));

    private static string Address(CourseProgram lab)
    {
        Waiting.Until(() => AddressLine().IsMatch(lab.Output), () => $"no address; course said: {lab.Output}");
        return AddressLine().Match(lab.Output).Value;
    }

    private static int Browse(Scratch scratch, string address)
    {
        var script = Path.Combine(CourseProgram.Root, "tests", "Course.Cli.Tests", "Lab", "lab_client.py");
        var start = new ProcessStartInfo("/usr/bin/python3", [script, address, scratch.At("runtime")]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var python = Process.Start(start)!;
        var complaint = python.StandardError.ReadToEndAsync();
        var said = python.StandardOutput.ReadToEnd();
        python.WaitForExit();
        Assert.True(python.ExitCode == 0, complaint.GetAwaiter().GetResult());
        return int.Parse(said, CultureInfo.InvariantCulture);
    }

    // Of every thread: Linux files a child under the one that started it.
    private static int[] Children(int process) =>
        [.. Directory.GetDirectories($"/proc/{process}/task").SelectMany(ChildrenOf)];

    private static IEnumerable<int> ChildrenOf(string thread)
    {
        try
        {
            return [.. File.ReadAllText($"{thread}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse)];
        }
        catch (IOException)
        {
            return []; // it has ended meanwhile
        }
    }

    private static void AssertFree(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start();
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+/notebooks/00-start-here\.ipynb\?token=[0-9a-f]+")]
    private static partial Regex AddressLine();
}
