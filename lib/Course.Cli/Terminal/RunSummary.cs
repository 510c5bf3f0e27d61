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
            $"{ran} of {report.Notebooks.Count} notebooks ran to the end in {report.Seconds:0.0} s ({report.Tier} tier)."));
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
        var band = $"expected {Bound(headline.Low, "at least")}{(headline is { Low: not null, High: not null } ? " and " : "")}{Bound(headline.High, "at most")} ({headline.Tier})";
        var line = string.Create(CultureInfo.InvariantCulture, $"{(headline.Ok ? "in band" : "OUT OF BAND"),-12} {headline.Id,-32} {headline.Value:G8}, {band}");
        console.MarkupLineInterpolated($"[{(headline.Ok ? "default" : "yellow")}]{line}[/]");
    }

    private static string Bound(double? value, string word) =>
        value is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{word} {value:G8}");

    private static string WithoutColours(string line) =>
        System.Text.RegularExpressions.Regex.Replace(line, "\e\\[[0-9;]*m", "");
}
