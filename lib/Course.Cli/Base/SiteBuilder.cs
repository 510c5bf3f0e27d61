using Course.Kernel.Export;
using Course.Kernel.Notebooks;

namespace Course.Cli;

/// <summary>Makes the site from the executed notebooks of one output folder.</summary>
internal static class SiteBuilder
{
    internal static string WebAssets { get; } = Path.Combine(AppContext.BaseDirectory, "web");

    /// <summary>Exports the site; null if nothing has been executed yet.</summary>
    /// <param name="output">The folder that has <c>notebooks/</c> and gets <c>site/</c>.</param>
    /// <param name="sources">Where the notebooks were written; their relative links start there.</param>
    /// <param name="names">Of which notebooks, extension included; null: all in the folder.</param>
    /// <exception cref="SiteExportException">The site cannot be written; an older one stays.</exception>
    /// <exception cref="NotebookFormatException">A file in <c>notebooks/</c> is not a notebook.</exception>
    internal static SiteExport? Build(string output, string? sources, IReadOnlySet<string>? names = null)
    {
        var executed = ExecutedFiles(output)
            .Where(file => names is null || names.Contains(Path.GetFileName(file)))
            .Select(NotebookDocument.Load)
            .ToList();
        if (executed.Count == 0)
        {
            return null;
        }

        return SiteExporter.Export(executed, Path.Combine(output, "site"), new SiteOptions { WebAssets = WebAssets, SourceFolder = sources });
    }

    private static IEnumerable<string> ExecutedFiles(string output)
    {
        var folder = Path.Combine(output, "notebooks");
        return Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.ipynb").Order(StringComparer.Ordinal) : [];
    }
}
