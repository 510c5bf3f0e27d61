using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Course.Benchmarks.Kernel;

/// <summary>Our kernel, as <c>course kernel install</c> writes it, and ipykernel, under one client, on one machine, in one run.</summary>
internal static class KernelSuite
{
    private const string Python = "/usr/bin/python3";

    internal static IEnumerable<Row> Run()
    {
        var folder = Directory.CreateTempSubdirectory("course-bench-").FullName;
        try
        {
            Call(Path.Combine(Repository.CourseFolder, "course"), ["kernel", "install", "--prefix", folder], folder);
            var reference = Measure("/usr/share/jupyter/kernels", "python3", "python", folder);
            var ours = Measure(Path.Combine(folder, "share", "jupyter", "kernels"), ".net-csharp", "csharp", folder);
            return [.. ours.Select(row => new Row(row.Key, Value(row.Value), (string)row.Value![1]!, Value(reference[row.Key])))];
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

    private static double Value(JsonNode? row) => (double)row![0]!;

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
