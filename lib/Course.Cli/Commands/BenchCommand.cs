using System.CommandLine;
using System.ComponentModel;
using System.Diagnostics;

namespace Course.Cli.Commands;

/// <summary><c>course bench</c>: measures a part of the course with the checkout's tests/Course.Benchmarks.</summary>
internal static class BenchCommand
{
    private static readonly Argument<string> Suite = new Argument<string>("suite")
    {
        HelpName = "torch|kernel|session|serve",
        Description = "torch: against PyTorch; kernel: against Python's Jupyter kernel; session: how long one waits for a cell; serve: how long for an answer of course serve",
    }.AcceptOnlyFromAmong("torch", "kernel", "session", "serve");

    private static readonly Option<FileInfo?> Json = new("--json") { Description = "Also write the rows to this file" };

    internal static Command Create()
    {
        var command = new Command("bench", "Measure a part of the course on this machine; leave it alone meanwhile") { Suite, Json };
        command.SetAction(parsed => Run(parsed.GetValue(Suite)!, parsed.GetValue(Json)));
        return command;
    }

    private static int Run(string suite, FileInfo? json)
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
            return Start(folders.Root, ["run", "--project", project, "-c", "Release", "--", suite, "--json", json?.FullName ?? Path.Combine(scratch!, "rows.json")]);
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
