using System.CommandLine;
using Course.Cli.Terminal;
using Course.Kernel.Export;
using Course.Kernel.Notebooks;
using Course.Kernel.Running;
using Spectre.Console;

namespace Course.Cli.Commands;

/// <summary><c>course export</c>: executed notebooks to a site.</summary>
internal static class ExportCommand
{
    private static readonly Option<DirectoryInfo?> OutOption = new("--out")
    {
        Description = "Folder that has notebooks/ with executed notebooks and gets site/; by default artifacts/ of the course",
    };

    internal static Command Create()
    {
        var command = new Command("export", "Make the site again from the notebooks that were executed last") { OutOption };
        command.SetAction(parsed => (int)Export(parsed.GetValue(OutOption)));
        return command;
    }

    private static ExitCode Export(DirectoryInfo? output)
    {
        var folders = CourseFolders.Find();
        var folder = output?.FullName ?? folders.Artifacts;
        try
        {
            var site = SiteBuilder.Build(folder, folders.HasSources ? folders.Notebooks : null)
                ?? throw new UsageException($"{Path.Combine(folder, "notebooks")} has no executed notebooks; make some with course run");
            return SiteSummary.Print(Terminals.Output, site);
        }
        catch (Exception e) when (e is SiteExportException or NotebookFormatException)
        {
            Terminals.Error.MarkupLineInterpolated($"[red]course: {e.Message}[/]");
            return e is NotebookFormatException ? ExitCode.BadNotebook : ExitCode.OutputFailed;
        }
    }
}
