using Course.Kernel.Export;
using Spectre.Console;

namespace Course.Cli.Terminal;

/// <summary>Where the site is and what its readers will miss.</summary>
internal static class SiteSummary
{
    internal static void Print(IAnsiConsole console, SiteExport site)
    {
        foreach (var warning in site.Warnings)
        {
            console.MarkupLineInterpolated($"[yellow]{warning}[/]");
        }

        console.WriteLine($"Site    {CourseFolders.Shorten(site.IndexFile)}");
    }
}
