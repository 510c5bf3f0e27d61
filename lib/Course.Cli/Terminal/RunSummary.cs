using System.Globalization;
using Course.Kernel.Running;
using Spectre.Console;

namespace Course.Cli.Terminal;

/// <summary>What a run found, for people: what went wrong and where, the headline figures, where to look.</summary>
internal static class RunSummary
{
    private const int TracebackLines = 15;

    internal static void Print(IAnsiConsole console, RunReport report)
    {
        foreach (var run in report.Notebooks.Where(run => run.Error is not null))
        {
            PrintError(console, run, run.Error!);
        }

        foreach (var headline in report.Notebooks.SelectMany(run => run.Headlines))
        {
            PrintHeadline(console, headline);
        }

        foreach (var (name, mismatch) in report.Notebooks.SelectMany(run => run.Mismatches.Select(mismatch => (run.Name, mismatch))))
        {
            console.MarkupLineInterpolated($"[yellow]{"NOT CLOSE",-12} {name}: {mismatch}[/]");
        }

        var ran = report.Notebooks.Count(run => run.Status is RunStatus.Ok or RunStatus.FigureMissed);
        console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{ran} of {Plural.Of(report.Notebooks.Count, "notebook")} ran to the end in {report.Seconds:0.0} s ({report.Tier} tier)."));
    }

    private static void PrintError(IAnsiConsole console, NotebookRun run, RunError error)
    {
        var place = error.Cell is null ? "" : $", cell {error.Cell} ({error.CellId}){(error.Line is null ? "" : $", line {error.Line}")}";
        console.WriteLine();
        console.MarkupLineInterpolated($"[red]{run.Name}{place}: {error.Name}: {error.Message}[/]");
        foreach (var line in (error.Traceback ?? []).SelectMany(text => text.Split('\n')).Take(TracebackLines))
        {
            console.WriteLine("    " + WithoutColours(line));
        }

        if (run.Output is not null)
        {
            console.WriteLine($"    its output so far: {CourseFolders.Shorten(run.Output)}");
        }
    }

    private static void PrintHeadline(IAnsiConsole console, HeadlineResult headline)
    {
        var line = string.Create(CultureInfo.InvariantCulture, $"{(headline.Ok ? "in band" : "OUT OF BAND"),-12} {headline.Id,-18} {headline.Value,9:G6}, expected {Band(headline)}");
        console.MarkupLineInterpolated($"[{(headline.Ok ? "default" : "yellow")}]{line}[/]");
    }

    private static string Band(HeadlineResult headline) => headline switch
    {
        { Low: { } low, High: { } high } => string.Create(CultureInfo.InvariantCulture, $"{low:G8} to {high:G8}"),
        { Low: { } low } => string.Create(CultureInfo.InvariantCulture, $"at least {low:G8}"),
        { High: { } high } => string.Create(CultureInfo.InvariantCulture, $"at most {high:G8}"),
        _ => "nothing in particular",
    };

    private static string WithoutColours(string line) =>
        System.Text.RegularExpressions.Regex.Replace(line, "\e\\[[0-9;]*m", "");
}
