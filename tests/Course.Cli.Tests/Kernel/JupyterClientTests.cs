using System.Diagnostics;
using System.Text.Json.Nodes;
using Course.Kernel.Notebooks;

namespace Course.Cli.Tests.Kernel;

/// <summary>The kernel under Debian's jupyter_client and nbconvert.</summary>
public sealed class JupyterClientTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    [Fact]
    public void JupyterClient_WithEveryMessageType_IsServed()
    {
        using var scratch = new Scratch();
        Install(scratch);
        var script = Path.Combine(CourseProgram.Root, "tests", "Course.Cli.Tests", "Kernel", "kernel_tests.py");

        var (code, output) = Python(scratch, script, scratch.At("data/kernels"));

        Assert.True(code == 0, output);
        Assert.Contains("ok shutdown", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Nbconvert_Execute_WritesOutputs()
    {
        using var scratch = new Scratch();
        Install(scratch);
        var notebook = scratch.Notebook("plain", "var x = 6 * 7;\nConsole.WriteLine(\"hello\");", "x");

        var (code, output) = Python(scratch, "-m", "nbconvert", "--to", "notebook", "--execute", "--ExecutePreprocessor.kernel_name=.net-csharp", "--output", scratch.At("done.ipynb"), notebook);

        Assert.True(code == 0, output);
        var done = NotebookDocument.Load(scratch.At("done.ipynb"));
        Assert.Equal("hello\n", Text(done.Cells[0].Outputs.Single()["text"]));
        Assert.Equal("42", Text(done.Cells[1].Outputs.Single()["data"]!["text/plain"]));
    }

    // nbformat allows a text to be a list of lines.
    private static string Text(JsonNode? node) => node is JsonArray lines ? string.Concat(lines.Select(line => (string?)line)) : node!.ToString();

    private static void Install(Scratch scratch)
    {
        var (code, output) = CourseProgram.Run(scratch.Folder, ["kernel", "install"], ("JUPYTER_DATA_DIR", scratch.At("data")));
        Assert.True(code == 0, output);
    }

    private static (int Code, string Output) Python(Scratch scratch, params string[] arguments)
    {
        var start = new ProcessStartInfo("/usr/bin/python3", arguments)
        {
            WorkingDirectory = scratch.Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["JUPYTER_DATA_DIR"] = scratch.At("data");
        start.Environment["JUPYTER_RUNTIME_DIR"] = scratch.At("runtime");
        start.Environment["JUPYTER_CONFIG_DIR"] = scratch.At("config");
        start.Environment["IPYTHONDIR"] = scratch.At("ipython");
        start.Environment["COURSE_HOME"] = scratch.At("home");
        start.Environment["PYTHONDONTWRITEBYTECODE"] = "1";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
        }

        process.WaitForExit();
        return (process.ExitCode, output.GetAwaiter().GetResult() + errors.GetAwaiter().GetResult());
    }
}
