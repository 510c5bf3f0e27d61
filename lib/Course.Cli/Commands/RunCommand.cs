using System.CommandLine;
using System.Diagnostics;
using Course.Cli.Backends;
using Course.Cli.Packaging;
using Course.Cli.Terminal;
using Course.Kernel;
using Course.Kernel.Export;
using Course.Kernel.Notebooks;
using Course.Kernel.Running;
using Spectre.Console;

namespace Course.Cli.Commands;

/// <summary><c>course run</c>: executes notebooks and makes the site.</summary>
internal static class RunCommand
{
    private const int UsualJobs = 2; // notebooks compute on all cores themselves, but not all the time

    private static readonly Argument<string[]> Paths = new("notebooks")
    {
        Description = "Files, folders, or numbers such as 04; none: the whole course",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private static readonly Option<string> TierOption = Options.Tier("How much work the notebooks do", "fast");

    private static readonly Option<double?> TimeoutOption = Options.Seconds("--timeout", "How long one cell may run; by default 300, 900 or 3600 s by tier");

    private static readonly Option<bool> FailFastOption = new("--fail-fast") { Description = "Start no further notebook after one that fails" };

    private static readonly Option<int> JobsOption = Options.AtLeastOne("--jobs", "Notebooks that run at the same time", Math.Clamp(Environment.ProcessorCount, 1, UsualJobs));

    private static readonly Option<DirectoryInfo?> OutOption = new("--out") { Description = "Folder for executed notebooks, site and report; by default artifacts/ of the course" };

    internal static Command Create()
    {
        var command = new Command("run", "Execute notebooks, each in a fresh process, and export the site")
        {
            Paths, TierOption, TimeoutOption, FailFastOption, JobsOption, OutOption,
        };
        command.SetAction((parsed, cancel) => Task.Run(() => (int)Run(parsed, cancel), CancellationToken.None));
        return command;
    }

    private static ExitCode Run(ParseResult parsed, CancellationToken cancel)
    {
        var folders = CourseFolders.Find();
        var arguments = Options.WithoutMistypedOptions(parsed, Paths);
        var files = NotebookPaths.Resolve(arguments, folders);
        var output = parsed.GetValue(OutOption)?.FullName ?? folders.Artifacts;
        var executed = OutputFolder.Make(output, "notebooks"); // a place that cannot be written is told now, not after the first notebook
        AtomicFile.DeleteLeftovers(executed);
        if (new BackendStore(folders).Remark is { } remark)
        {
            Terminals.Output.WriteLine(remark);
        }

        var report = Execute(files, ReadOptions(parsed), executed, cancel);
        RunSummary.Print(Terminals.Output, report);
        var reportFile = Path.Combine(output, "report.json");
        report.Write(reportFile);
        var site = cancel.IsCancellationRequested ? ExitCode.Ok : ExportSite(output, folders, files);
        Terminals.Say($"Report  {CourseFolders.Shorten(reportFile)}");
        RefreshFeed(folders);
        return report.ExitCode != ExitCode.Ok ? report.ExitCode : site;
    }

    private static RunReport Execute(IReadOnlyList<string> files, RunnerOptions options, string executed, CancellationToken cancel)
    {
        var started = TimeProvider.System.GetUtcNow();
        var watch = Stopwatch.StartNew();
        var batch = new NotebookBatch(options, executed);
        var runs = Terminals.IsLive
            ? LiveProgress.Show(Terminals.Output, progress => batch.Run(files, progress, cancel))
            : batch.Run(files, new PlainProgress(Terminals.Output), cancel);
        return new RunReport { Started = started, Seconds = watch.Elapsed.TotalSeconds, Tier = options.Tier, Notebooks = runs };
    }

    private static RunnerOptions ReadOptions(ParseResult parsed)
    {
        var tier = parsed.GetValue(TierOption)!;
        return new RunnerOptions
        {
            Command = ChildCommand.FromFolder(AppContext.BaseDirectory),
            Tier = tier,
            CellTimeout = TimeSpan.FromSeconds(parsed.GetValue(TimeoutOption) ?? DefaultTimeout(tier)),
            Jobs = parsed.GetValue(JobsOption),
            FailFast = parsed.GetValue(FailFastOption),
        };
    }

    internal static double DefaultTimeout(string tier) => tier switch
    {
        "browser" or "fast" => 300,
        "laptop" => 900,
        _ => 3600,
    };

    // The site shows everything that has been executed so far, except notebooks that the course no longer has.
    private static ExitCode ExportSite(string output, CourseFolders folders, IReadOnlyList<string> files)
    {
        try
        {
            var names = files.Concat(CourseNotebooks(folders)).Select(file => Path.GetFileName(file)).ToHashSet();
            return SiteBuilder.Build(output, Path.GetDirectoryName(files[0]), names) is { } site ? SiteSummary.Print(Terminals.Output, site) : ExitCode.Ok;
        }
        catch (Exception e) when (e is SiteExportException or NotebookFormatException)
        {
            Terminals.Error.MarkupLineInterpolated($"[red]course: the site was not written: {e.Message}[/]");
            return e is NotebookFormatException ? ExitCode.BadNotebook : ExitCode.OutputFailed;
        }
    }

    // So that the notebooks open in VS Code and Verso too, with no further command.
    private static void RefreshFeed(CourseFolders folders)
    {
        var feed = new FeedWriter(folders.Feed);
        if (folders.HasSources && CoursePackage.IsBuilt && !feed.IsCurrent)
        {
            feed.Fill();
        }
    }

    private static IEnumerable<string> CourseNotebooks(CourseFolders folders) =>
        Directory.Exists(folders.Notebooks) ? Directory.EnumerateFiles(folders.Notebooks, "*.ipynb") : [];
}
