using System.Text.Json;
using Course.Kernel.Export;
using Course.Kernel.Notebooks;
using Course.Kernel.Running;

namespace Course.Cli;

/// <summary>Makes the site from the executed notebooks of one output folder.</summary>
internal static class SiteBuilder
{
    private const double Long = 10; // seconds
    private const string InATab = "browser.json";

    internal static string WebAssets { get; } = Path.Combine(AppContext.BaseDirectory, "web");

    /// <summary>Exports the site; null if nothing has been executed yet.</summary>
    /// <param name="output">The folder that has <c>notebooks/</c> and gets <c>site/</c>.</param>
    /// <param name="sources">Where the notebooks were written; their relative links start there.</param>
    /// <param name="names">Of which notebooks, extension included; null: all in the folder.</param>
    /// <exception cref="SiteExportException">The site cannot be written; an older one stays.</exception>
    /// <exception cref="NotebookFormatException">No file in <c>notebooks/</c> is a notebook.</exception>
    internal static SiteExport? Build(string output, string? sources, IReadOnlySet<string>? names = null)
    {
        var (executed, unreadable) = Executed(output, names);
        if (executed.Count == 0)
        {
            return unreadable.Count == 0 ? null : throw unreadable[0];
        }

        if (executed.Any(HasDiagram))
        {
            DiagramScript.Ensure(WebAssets); // where it cannot be had, the export says what its readers miss
        }

        var site = SiteExporter.Export(executed, Path.Combine(output, "site"), new SiteOptions { WebAssets = WebAssets, SourceFolder = sources, SlowCells = SlowCells(output, sources) });
        return site with { LeftOut = [.. unreadable.Select(fault => fault.Message), .. site.LeftOut] };
    }

    /// <summary>The notebooks that were executed last; those that cannot be read beside them.</summary>
    internal static (IReadOnlyList<NotebookDocument> Executed, IReadOnlyList<NotebookFormatException> Unreadable) Executed(string output, IReadOnlySet<string>? names = null)
    {
        var unreadable = new List<NotebookFormatException>();
        var files = ExecutedFiles(output).Where(file => names is null || names.Contains(Path.GetFileName(file)));
        return ([.. files.Select(file => Load(file, unreadable)).OfType<NotebookDocument>()], unreadable);
    }

    // Of the run that was reported last, and before it what was measured in a browser, which takes longer.
    private static Dictionary<(string Notebook, string Cell), double> SlowCells(string output, string? sources) =>
        InBrowser(sources).Concat(Reported(Path.Combine(output, "report.json"))).DistinctBy(cell => cell.Key).ToDictionary(cell => cell.Key, cell => cell.Seconds);

    private static IEnumerable<((string Notebook, string Cell) Key, double Seconds)> InBrowser(string? sources)
    {
        var file = Path.Combine(sources ?? "", InATab);
        return !File.Exists(file) ? [] : JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, double>>>(File.ReadAllText(file))!
            .SelectMany(notebook => notebook.Value.Select(cell => ((notebook.Key, cell.Key), cell.Value)));
    }

    private static List<((string Notebook, string Cell) Key, double Seconds)> Reported(string file)
    {
        try
        {
            return !File.Exists(file) ? [] : [.. RunReport.Read(file).Notebooks
                .SelectMany(run => run.Cells.Where(cell => cell.Seconds > Long).Select(cell => ((run.Name, cell.Id), cell.Seconds)))];
        }
        catch (Exception e) when (e is IOException or JsonException)
        {
            return []; // an older report costs the warnings, not the site
        }
    }

    private static NotebookDocument? Load(string file, List<NotebookFormatException> unreadable)
    {
        try
        {
            return NotebookDocument.Load(file);
        }
        catch (NotebookFormatException e)
        {
            unreadable.Add(e);
            return null;
        }
    }

    private static bool HasDiagram(NotebookDocument notebook) => notebook.Cells.Any(cell =>
        (cell.Kind == CellKind.Markdown && cell.Source.Contains("```mermaid", StringComparison.Ordinal))
        || cell.Outputs.Any(output => output["data"]?["text/vnd.mermaid"] is not null || ((string?)output["data"]?["text/html"] ?? "").Contains("class=\"mermaid\"", StringComparison.Ordinal)));

    private static IEnumerable<string> ExecutedFiles(string output)
    {
        var folder = Path.Combine(output, "notebooks");
        return Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.ipynb").Order(StringComparer.Ordinal) : [];
    }
}
