using System.CommandLine;
using System.Globalization;
using Course.Cli.Terminal;
using Course.Kernel.Export;
using Course.Kernel.Export.Book;
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

    private static readonly Option<FileInfo?> PdfOption = new("--pdf") { Description = "Also write the course as one PDF; needs Chromium, Chrome or Edge", HelpName = "file" };

    private static readonly Option<FileInfo?> EpubOption = new("--epub") { Description = "Also write the course as one EPUB, for a reading device", HelpName = "file" };

    internal static Command Create()
    {
        var command = new Command("export", "Make the site again from the notebooks that were executed last") { OutOption, PdfOption, EpubOption };
        command.SetAction(parsed => (int)Export(parsed.GetValue(OutOption), parsed.GetValue(PdfOption), parsed.GetValue(EpubOption)));
        return command;
    }

    private static ExitCode Export(DirectoryInfo? output, FileInfo? pdf, FileInfo? epub)
    {
        var folders = CourseFolders.Find();
        var folder = output?.FullName ?? folders.Artifacts;
        try
        {
            var sources = folders.HasSources ? folders.Notebooks : null;
            var site = SiteBuilder.Build(folder, sources)
                ?? throw new UsageException($"{Path.Combine(folder, "notebooks")} has no executed notebooks; make some with course run");
            var books = Books(SiteBuilder.Executed(folder).Executed, new SiteOptions { WebAssets = SiteBuilder.WebAssets, SourceFolder = sources }, pdf, epub).ToList();
            var exit = SiteSummary.Print(Terminals.Output, site);
            books.ForEach(book => Terminals.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Book    {book.File}, {book.Chapters} chapters, {book.Bytes / 1e6:0.0} MB")));
            return exit;
        }
        catch (Exception e) when (e is SiteExportException or NotebookFormatException)
        {
            Terminals.Error.MarkupLineInterpolated($"[red]course: {e.Message}[/]");
            return e is NotebookFormatException ? ExitCode.BadNotebook : ExitCode.OutputFailed;
        }
    }

    private static IEnumerable<BookExport> Books(IReadOnlyList<NotebookDocument> executed, SiteOptions options, FileInfo? pdf, FileInfo? epub)
    {
        if (epub is not null)
        {
            yield return BookExporter.Epub(executed, epub.FullName, options, TimeProvider.System);
        }

        if (pdf is not null)
        {
            yield return BookExporter.Pdf(executed, pdf.FullName, options);
        }
    }
}
