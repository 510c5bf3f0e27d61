using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Course.Benchmarks.Kernel;

/// <summary>Our kernel, as <c>course kernel install</c> writes it, and ipykernel, under one client, on one machine, in one run.</summary>
internal static class KernelSuite
{
    private const string Python = "/usr/bin/python3";
    private const int NotebookRuns = 5;

    private static readonly string FirstNotebook = Directory.GetFiles(Path.Combine(Repository.Root, "notebooks"), "01-*.ipynb").Single();

    internal static IEnumerable<IRow> Run()
    {
        var folder = Directory.CreateTempSubdirectory("course-bench-").FullName;
        try
        {
            Call(Path.Combine(Repository.CourseFolder, "course"), ["kernel", "install", "--prefix", folder], folder);
            var reference = Measure("/usr/share/jupyter/kernels", "python3", "python", folder);
            var ours = Measure(Path.Combine(folder, "share", "jupyter", "kernels"), ".net-csharp", "csharp", folder);
            return [.. ours.Append(RunOfANotebook(folder)).Select(row => new KernelRow(row.Key, (string)row.Value![0]!, KernelRow.Figure.Of(row.Value), reference[row.Key] is { } other ? KernelRow.Figure.Of(other) : null))];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static JsonObject Measure(string kernels, string name, string language, string folder)
    {
        var driver = Path.Combine(Repository.Root, "tests", "Course.Benchmarks", "Kernel", "driver.py");
        return JsonNode.Parse(Call(Python, [driver, kernels, name, language], folder))!.AsObject();
    }

    private static KeyValuePair<string, JsonNode?> RunOfANotebook(string folder)
    {
        var seconds = Enumerable.Range(0, NotebookRuns).Select(_ => Seconds(() => Call(Path.Combine(Repository.CourseFolder, "course"), ["run", FirstNotebook, "--out", Path.Combine(folder, "out")], folder))).Order().ToList();
        return new($"course run 01, from the shell, median of {NotebookRuns}", new JsonArray("s", seconds[NotebookRuns / 2], seconds[0], seconds[^1]));
    }

    private static double Seconds(Action action)
    {
        var watch = Stopwatch.StartNew();
        action();
        return watch.Elapsed.TotalSeconds;
    }

    private static string Call(string program, string[] arguments, string folder)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true };
        start.Environment["JUPYTER_RUNTIME_DIR"] = Path.Combine(folder, "runtime");
        start.Environment["JUPYTER_DATA_DIR"] = Path.Combine(folder, "data");
        start.Environment["COURSE_HOME"] = Path.Combine(folder, "home");
        start.Environment["PYDEVD_DISABLE_FILE_VALIDATION"] = "1"; // ipykernel would complain of its debugger
        start.Environment["IPYTHONDIR"] = Path.Combine(folder, "ipython");
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? output
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}");
    }
}
