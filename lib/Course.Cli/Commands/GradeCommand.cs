using System.CommandLine;
using Course.Cli.Grading;
using Course.Cli.Terminal;
using Course.Kernel.Export;
using Course.Kernel.Running;
using Spectre.Console;

namespace Course.Cli.Commands;

/// <summary><c>course grade FOLDER</c>: what a class handed in, run and judged by the course's own checks.</summary>
internal static class GradeCommand
{
    private const int UsualJobs = 2;
    private const int UsualMemory = 2000; // a notebook of the course needs up to 1 GB
    private const double Mega = 1e6;

    private static readonly Argument<string> Folder = new("folder") { Description = "what learners handed in, a sub-folder or a notebook for each" };

    private static readonly Option<string> TierOption = Options.Tier("How much work the notebooks do", "fast");

    private static readonly Option<double?> TimeoutOption = Options.Seconds("--timeout", "How long one notebook may run; by default 300, 900 or 3600 s by tier");

    private static readonly Option<int> MemoryOption = Options.AtLeastOne("--memory", "Megabytes that one notebook may take", UsualMemory);

    private static readonly Option<int> JobsOption = Options.AtLeastOne("--jobs", "Notebooks that run at the same time", Math.Clamp(Environment.ProcessorCount, 1, UsualJobs));

    private static readonly Option<DirectoryInfo?> OutOption = new("--out") { Description = "Folder for grades.csv and the pages; by default artifacts/grades of the course" };

    internal static Command Create()
    {
        var command = new Command("grade", "For teachers: run what learners handed in, each in a process of its own without network, and judge it by the course's own checks")
        {
            Folder, TierOption, TimeoutOption, MemoryOption, JobsOption, OutOption,
        };
        command.SetAction((parsed, cancel) => Task.Run(() => (int)Run(parsed, cancel), CancellationToken.None));
        return command;
    }

    private static ExitCode Run(ParseResult parsed, CancellationToken cancel)
    {
        var folders = CourseFolders.Find();
        var course = CourseNotebook.In(folders.Notebooks);
        if (course.Count == 0)
        {
            throw new UsageException($"{folders.Notebooks} has no notebooks of the course to compare with; run this in the course's folder");
        }

        var folder = Path.GetFullPath(parsed.GetValue(Folder)!);
        var output = Path.GetFullPath(parsed.GetValue(OutOption)?.FullName ?? Path.Combine(folders.Artifacts, "grades"));
        var submissions = Submissions.Read(folder, output);
        var pages = OutputFolder.Make(output, "pages"); // a place that cannot be written is told now
        using var workshop = new TemporaryFolder();
        var settings = Settings(parsed, folders);
        if (Jail.Strongest([folder, output, workshop.Path], jail => JailTrial.Holds(jail, settings, workshop.Path, cancel)) is not { } jail)
        {
            return cancel.IsCancellationRequested ? ExitCode.Interrupted : Refuse("no notebook runs here; course doctor says what is missing", ExitCode.NotReady);
        }

        Introduce(submissions, jail);
        var book = Grade(new Grader(settings, course, jail, workshop.Path), submissions.Learners, cancel);
        return cancel.IsCancellationRequested ? Refuse("stopped; no grades were written", ExitCode.Interrupted) : Write(new Copies(CoursePackage.Solutions()).Marked(book), output, pages);
    }

    private static GradeSettings Settings(ParseResult parsed, CourseFolders folders)
    {
        var tier = parsed.GetValue(TierOption)!;
        var datasets = Environment.GetEnvironmentVariable("COURSE_DATA") is { Length: > 0 } data ? data : folders.Datasets;
        return new GradeSettings
        {
            Tier = tier,
            Timeout = TimeSpan.FromSeconds(parsed.GetValue(TimeoutOption) ?? RunCommand.DefaultTimeout(tier)),
            Memory = (long)(Mega * parsed.GetValue(MemoryOption)),
            Jobs = parsed.GetValue(JobsOption),
            Datasets = new DirectoryInfo(datasets).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? Path.GetFullPath(datasets), // the link itself may lie where nothing is seen
        };
    }

    private static void Introduce(Submissions submissions, Jail jail)
    {
        Terminals.Output.WriteLine($"{Plural.Of(submissions.Learners.Count, "learner")}, {Plural.Of(submissions.Learners.Sum(learner => learner.Notebooks.Count), "notebook")}.");
        if (submissions.Ignored.Count > 0)
        {
            Terminals.Output.MarkupLineInterpolated($"[yellow]Left out, since they are neither folders nor notebooks: {GradePages.Plain(string.Join(", ", submissions.Ignored))}[/]");
        }

        Terminals.Output.MarkupLineInterpolated(jail.Level switch
        {
            JailLevel.Whole => (FormattableString)$"Each runs without network, writes to its own folder only and sees no other submission.",
            JailLevel.NoNetwork => $"[yellow]Each runs without network, but with your rights to files and processes: this machine does not allow more (unshare --mount --pid).[/]",
            _ => $"[yellow]The network is not cut off, and each runs with your rights to files and processes: this machine does not allow more (unshare, on Linux). Grade in a container or as another user.[/]",
        });
    }

    private static GradeBook Grade(Grader grader, IReadOnlyList<Learner> learners, CancellationToken cancel) => Terminals.IsLive
        ? Terminals.Output.Progress().Start(context =>
        {
            var task = context.AddTask("learners", maxValue: learners.Count);
            return grader.Grade(learners, _ => task.Increment(1), cancel);
        })
        : grader.Grade(learners, learner => Terminals.Say($"graded       {GradePages.Plain(learner.Name)}"), cancel);

    private static ExitCode Write(GradeBook book, string output, string pages)
    {
        GradeTable.Print(Terminals.Output, book);
        var csv = Path.Combine(output, "grades.csv");
        try
        {
            GradeCsv.Write(csv, book);
            Terminals.Say($"Grades  {CourseFolders.Shorten(csv)}");
            Terminals.Say($"Pages   {CourseFolders.Shorten(GradePages.Write(pages, book))}");
            return ExitCode.Ok;
        }
        catch (SiteExportException e)
        {
            return Refuse(e.Message, ExitCode.OutputFailed);
        }
    }

    private static ExitCode Refuse(string message, ExitCode code)
    {
        Terminals.Error.MarkupLineInterpolated($"[red]course: {message}[/]");
        return code;
    }
}
