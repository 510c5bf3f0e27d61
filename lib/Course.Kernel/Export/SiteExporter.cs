using System.Text.Json.Nodes;
using Course.Kernel.Notebooks;

namespace Course.Kernel.Export;

/// <summary>Turns executed notebooks into a static web site that needs no server and sends no request off the machine.</summary>
public static class SiteExporter
{
    /// <summary>Writes the site: <c>index.html</c>, one page a notebook, <c>assets/</c> and the linked <c>files/</c>.</summary>
    /// <param name="executed">Notebooks with their outputs, in any order; pages are named after the files.</param>
    /// <param name="outputFolder">The site's folder. A site that stands there is replaced as a whole; files in it that no export wrote are kept.</param>
    /// <param name="options">Where scripts, fonts and linked files come from.</param>
    /// <returns>What was written, and what a reader should know about it.</returns>
    /// <exception cref="SiteExportException">The folder holds something else, two notebooks share a name, or the disk refuses; the old site is left as it was.</exception>
    /// <exception cref="NotebookFormatException">The list of words beside the notebooks cannot be read.</exception>
    /// <remarks>The same notebooks and assets give the same bytes. The site is built beside its folder and moved there when complete.</remarks>
    public static SiteExport Export(IReadOnlyList<NotebookDocument> executed, string outputFolder, SiteOptions options)
    {
        ArgumentNullException.ThrowIfNull(executed);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentException.ThrowIfNullOrEmpty(outputFolder);
        try
        {
            using var folder = SiteFolder.Open(outputFolder);
            var assets = SiteAssets.In(options.WebAssets);
            var pages = SitePages.Of(executed, assets.Paths, options);
            Write(folder, pages, assets);
            var (files, bytes) = folder.Commit();
            return new SiteExport(
                Path.Combine(Path.GetFullPath(outputFolder), "index.html"), pages.Notebooks.Count, files, bytes, assets.Warnings([.. pages.Html.Values]), pages.LeftOut);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SiteExportException($"the site cannot be written to {Path.GetFullPath(outputFolder)}: {e.Message}", e);
        }
    }

    private static void Write(SiteFolder folder, SitePages pages, SiteAssets assets)
    {
        foreach (var (path, html) in pages.Html)
        {
            folder.Write(path, html);
        }

        foreach (var (notebook, info) in pages.Notebooks)
        {
            folder.Write("files/" + info.NotebookFile, WithoutOutputs(notebook));
        }

        foreach (var (path, file) in pages.Files)
        {
            folder.Copy(path, file);
        }

        assets.Write(folder, [.. pages.Html.Values]);
    }

    /// <summary>The notebook for the reader to run: as written, none of the outputs that the page shows.</summary>
    private static string WithoutOutputs(NotebookDocument notebook)
    {
        var json = (JsonObject)JsonNode.Parse(notebook.ToJson())!;
        foreach (var cell in json["cells"]!.AsArray().OfType<JsonObject>().Where(cell => cell.ContainsKey("outputs")))
        {
            cell["outputs"] = new JsonArray();
            cell["execution_count"] = null;
        }

        return NotebookDocument.Parse(notebook.Path, json.ToJsonString()).ToJson();
    }
}
