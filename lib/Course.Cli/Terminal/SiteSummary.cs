using Course.Kernel.Export;
using Course.Kernel.Running;
using Spectre.Console;

namespace Course.Cli.Terminal;

/// <summary>Where the site is and what its readers will miss.</summary>
internal static class SiteSummary
{
    /// <summary>Says it; the exit code names a site that lacks a notebook.</summary>
    internal static ExitCode Print(IAnsiConsole console, SiteExport site)
    {
        foreach (var fault in site.LeftOut)
        {
            Terminals.Error.MarkupLineInterpolated($"[red]course: the site does without {fault}[/]");
        }

        foreach (var warning in site.Warnings)
        {
            console.MarkupLineInterpolated($"[yellow]{warning}[/]");
        }

        Terminals.Say($"Site    {CourseFolders.Shorten(site.IndexFile)}");
        return site.LeftOut.Count == 0 ? ExitCode.Ok : ExitCode.BadNotebook;
    }
}
