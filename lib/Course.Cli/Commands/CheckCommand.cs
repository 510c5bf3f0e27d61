using System.CommandLine;
using Course.Cli.Terminal;
using Course.Kernel.Export;
using Course.Kernel.Notebooks.Checking;
using Course.Kernel.Running;
using Spectre.Console;

namespace Course.Cli.Commands;

/// <summary><c>course check</c>: the rules for committed notebooks.</summary>
internal static class CheckCommand
{
    private static readonly Argument<string[]> Paths = new("notebooks")
    {
        Description = "Files, folders, or numbers such as 04; none: the whole course",
        Arity = ArgumentArity.ZeroOrMore,
    };

    internal static Command Create()
    {
        var command = new Command("check", "Check notebooks against the course's rules: metadata, outputs, cell length, headings, exercises, links, references, words") { Paths };
        command.SetAction(parsed => (int)Check(parsed));
        return command;
    }

    private static ExitCode Check(ParseResult parsed)
    {
        var files = NotebookPaths.Resolve(Options.WithoutMistypedOptions(parsed, Paths), CourseFolders.Find());
        var exercises = CoursePackage.ExerciseIds();
        if (exercises is null)
        {
            Terminals.Error.MarkupLineInterpolated($"[yellow]{CoursePackage.Folder} has no Course.dll, so exercise ids are not checked; build the solution to have them checked[/]");
        }

        var findings = files.SelectMany(file => NotebookChecker.Check(file, exercises, CourseMap.Load().Ids)).ToList();
        foreach (var finding in findings)
        {
            Terminals.Say((finding with { File = CourseFolders.Shorten(finding.File) }).ToString());
        }

        Terminals.Output.WriteLine($"{Plural.Of(files.Count, "notebook")} checked, {Plural.Of(findings.Count, "finding")}.");
        return findings.Count == 0 ? ExitCode.Ok : ExitCode.BadNotebook;
    }
}
