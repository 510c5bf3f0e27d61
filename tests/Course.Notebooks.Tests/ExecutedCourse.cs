using System.Diagnostics;
using Course.Kernel.Running;

namespace Course.Notebooks.Tests;

/// <summary>
/// The course, executed once at the fast tier for the tests of all projects: one <c>course run</c>, whose copies, site and report
/// are kept and read. tests/run.sh runs it first; a project that is tested alone runs it where a notebook or the programs are newer.
/// </summary>
internal static class ExecutedCourse
{
    private static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(20);
    private static readonly Lazy<RunReport> Once = new(Read);

    /// <summary>How each notebook went.</summary>
    public static RunReport Report => Once.Value;

    /// <summary>The executed copies.</summary>
    public static string Notebooks => Path.Combine(Folder, "notebooks");

    /// <summary>The exported pages.</summary>
    public static string Site => Path.Combine(Folder, "site");

    /// <summary>The run of one notebook.</summary>
    /// <param name="file">The notebook's file name.</param>
    public static NotebookRun Run(string file) =>
        Report.Notebooks.SingleOrDefault(run => Path.GetFileName(run.Path) == file)
            ?? throw new InvalidOperationException($"the run in {Checkout.Executed} has no {file}; run the tests again");

    private static string Folder => Once.Value is not null ? Checkout.Executed : throw new UnreachableException();

    private static string ReportFile => Path.Combine(Checkout.Executed, "report.json");

    // Two projects may be tested at the same time: the second waits for the run of the first.
    private static RunReport Read()
    {
        using var turn = new Mutex(initiallyOwned: false, "course-tests-" + Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(Checkout.Executed)))[..16]);
        turn.WaitOne();
        try
        {
            return Fresh() ?? Execute();
        }
        finally
        {
            turn.ReleaseMutex();
        }
    }

    private static RunReport? Fresh() =>
        File.Exists(ReportFile) && RunReport.Read(ReportFile) is var report && report.Started.UtcDateTime > Sources().Max(File.GetLastWriteTimeUtc) ? report : null;

    private static IEnumerable<string> Sources() =>
    [
        .. Directory.GetFiles(Checkout.Notebooks, "*.ipynb"),
        Path.Combine(Checkout.Notebooks, "browser.json"),
        .. Directory.GetFiles(Checkout.CoursePackage, "*.dll"),
        Path.Combine(Checkout.Cli, "course.dll"),
        Path.Combine(Checkout.Cli, "Course.Kernel.dll"),
    ];

    // Whatever its exit code: the report says which notebook failed, and each test looks at its own.
    private static RunReport Execute()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(Checkout.Cli, "course.dll"), "run", "--tier", "fast", "--out", Checkout.Executed])
        {
            WorkingDirectory = Checkout.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var text = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        if (!process.WaitForExit(LongestRun))
        {
            process.Kill(entireProcessTree: true);
        }

        return Fresh() ?? throw new InvalidOperationException($"course run left no report (exit code {process.ExitCode}):\n{string.Join('\n', text.GetAwaiter().GetResult())}");
    }
}
