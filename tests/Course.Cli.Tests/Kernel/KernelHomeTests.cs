using System.Diagnostics;
using System.Text.Json.Nodes;
using Course.Kernel.Notebooks;

namespace Course.Cli.Tests.Kernel;

/// <summary>The kernel on a hub, where a home may be read-only or missing.</summary>
public sealed class KernelHomeTests
{
    private const string NoHome = "/proc/no-home"; // not even root can make it

    private static readonly string Solution = File.ReadAllText(Path.Combine(CourseProgram.Root, "lib", "Course", "Exercises", "Notebook01", "01-1.solution.cs"));

    [Fact]
    public void Kernel_WithoutAHome_RunsTheCourse()
    {
        using var scratch = new Scratch();
        var notebook = scratch.Notebook(
            "01-plain",
            "#r \"nuget: Course, 1.0.0\"\nusing Course;\nusing static Course.Help;\nNotebook.Open(\"01\")",
            Solution + "\nCheck.Exercise(\"01-1\", Forward)", // wants to remember that it is solved
            "Data.Penguins().Count");
        var kernels = scratch.At("share/jupyter/kernels");
        Assert.Equal(0, CourseProgram.Run(scratch.Folder, ["kernel", "install", "--prefix", scratch.Folder], ("HOME", NoHome)).Code);

        var (code, output) = Execute(scratch, notebook);

        Assert.True(code == 0, output);
        var done = NotebookDocument.Load(scratch.At("done.ipynb"));
        Assert.Contains("right", Plain(done.Cells[1]), StringComparison.OrdinalIgnoreCase);
        Assert.Equal("342", Plain(done.Cells[2]));
        Assert.Equal([kernels], Directory.GetDirectories(scratch.At("share/jupyter")));
    }

    // nbformat allows a text to be a list of lines.
    private static string Plain(NotebookCell cell) =>
        cell.Outputs.Single()["data"]!["text/plain"] is JsonArray lines ? string.Concat(lines.Select(line => (string?)line)) : "";

    private static (int Code, string Output) Execute(Scratch scratch, string notebook)
    {
        var start = new ProcessStartInfo("/usr/bin/python3", ["-m", "nbconvert", "--to", "notebook", "--execute", "--ExecutePreprocessor.kernel_name=.net-csharp", "--output", scratch.At("done.ipynb"), notebook])
        {
            RedirectStandardError = true,
        };
        start.Environment["HOME"] = NoHome;
        start.Environment["JUPYTER_PATH"] = scratch.At("share/jupyter");
        start.Environment["JUPYTER_RUNTIME_DIR"] = scratch.At("runtime");
        start.Environment["JUPYTER_CONFIG_DIR"] = scratch.At("config");
        start.Environment["IPYTHONDIR"] = scratch.At("ipython");
        start.Environment["COURSE_DATA"] = Path.Combine(CourseProgram.Root, "datasets");
        using var process = Process.Start(start)!;
        var output = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output);
    }
}
