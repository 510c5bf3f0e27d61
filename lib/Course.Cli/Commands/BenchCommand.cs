using System.CommandLine;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Course.Cli.Commands;

/// <summary><c>course bench</c>: measures a part of the course with the checkout's tests/Course.Benchmarks.</summary>
internal static class BenchCommand
{
    private static readonly Argument<string> Suite = new Argument<string>("suite")
    {
        HelpName = "torch|kernel|session|serve",
        Description = "torch: against TorchSharp, PyTorch and the limit; kernel: against Python's Jupyter kernel; session: how long one waits for a cell; serve: how long for an answer of course serve",
    }.AcceptOnlyFromAmong("torch", "kernel", "session", "serve");

    private static readonly Option<FileInfo?> Json = new("--json") { Description = "Also write the rows to this file" };

    private static readonly Option<string?> Only = new("--only") { Description = "torch: some rows only, by parts or parts of names: steps,matmul 128,GELU" };

    private static readonly Option<int?> Rounds = new("--rounds") { Description = "torch: how often each figure is taken (5)" };

    internal static Command Create()
    {
        var command = new Command("bench", "Measure a part of the course on this machine; leave it alone meanwhile") { Suite, Json, Only, Rounds };
        command.SetAction(parsed => Run(parsed.GetValue(Suite)!, parsed.GetValue(Json), [.. Given("--only", parsed.GetValue(Only)), .. Given("--rounds", parsed.GetValue(Rounds))]));
        return command;
    }

    private static IEnumerable<string> Given(string option, object? value) => value is null ? [] : [option, Convert.ToString(value, CultureInfo.InvariantCulture)!];

    private static int Run(string suite, FileInfo? json, IEnumerable<string> more)
    {
        var folders = CourseFolders.Find();
        var project = Path.Combine(folders.Root, "tests", "Course.Benchmarks");
        if (!Directory.Exists(project))
        {
            throw new UsageException("the benchmarks are part of the course's sources, and there is no checkout of them here; clone the repository and run this in it");
        }

        var scratch = json is null ? Directory.CreateTempSubdirectory("course-bench-").FullName : null;
        try
        {
            return Start(folders.Root, ["run", "--project", project, "-c", "Release", "--", suite, "--json", json?.FullName ?? Path.Combine(scratch!, "rows.json"), .. more]);
        }
        finally
        {
            if (scratch is not null)
            {
                Directory.Delete(scratch, recursive: true);
            }
        }
    }

    // Its output is ours, line by line, and so is its exit code.
    private static int Start(string folder, IReadOnlyList<string> arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder })!;
            process.WaitForExit();
            return process.ExitCode;
        }
        catch (Win32Exception)
        {
            throw new UsageException("the benchmarks are built with the .NET SDK, and there is no program 'dotnet' on this machine's path; course doctor says how to get it");
        }
    }
}
