using System.Text.Json.Nodes;
using Course.Kernel.Notebooks;

namespace Course.Kernel.Export;

/// <summary>Turns executed notebooks into a static web site that needs no server and sends no request off the machine.</summary>
public static class SiteExporter
{
    private static readonly string[] OwnFiles = ["site.css", "fonts.css", "site.js"];
    private static readonly string[] AssetPatterns = ["plotly.min.js", "mermaid.min.js", "katex/*", "katex/fonts/*.woff2", "fonts/*.woff2", "licenses/*"];

    /// <summary>Writes the site: <c>index.html</c>, one page a notebook, <c>assets/</c> and the linked <c>files/</c>.</summary>
    /// <param name="executed">Notebooks with their outputs, in any order; pages are named after the files.</param>
    /// <param name="outputFolder">The site's folder. A site that stands there is replaced as a whole; files in it that no export wrote are kept.</param>
    /// <param name="options">Where scripts, fonts and linked files come from.</param>
    /// <returns>What was written, and what a reader should know about it.</returns>
    /// <exception cref="SiteExportException">The folder holds something else, two notebooks share a name, or the disk refuses; the old site is left as it was.</exception>
    /// <remarks>The same notebooks and assets give the same bytes. The site is built beside its folder and moved there when complete.</remarks>
    public static SiteExport Export(IReadOnlyList<NotebookDocument> executed, string outputFolder, SiteOptions options)
    {
        ArgumentNullException.ThrowIfNull(executed);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentException.ThrowIfNullOrEmpty(outputFolder);
        try
        {
            using var folder = SiteFolder.Open(outputFolder);
            var warnings = WriteSite(executed, folder, options);
            var (files, bytes) = folder.Commit();
            return new SiteExport(Path.Combine(Path.GetFullPath(outputFolder), "index.html"), executed.Count, files, bytes, warnings);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SiteExportException($"the site cannot be written to {Path.GetFullPath(outputFolder)}: {e.Message}", e);
        }
    }

    private static List<string> WriteSite(IReadOnlyList<NotebookDocument> executed, SiteFolder folder, SiteOptions options)
    {
        var assets = Assets(options.WebAssets);
        var pages = Pages(executed);
        var site = new SiteContext(
            CourseMap.Load(),
            [.. pages.Select(page => page.Info)],
            new HashSet<string>([.. assets.Keys, .. OwnFiles.Select(name => "assets/" + name)], StringComparer.Ordinal));
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var html = new List<string> { IndexPage.Render(site) };
        folder.Write("index.html", html[0]);
        foreach (var (notebook, info) in pages)
        {
            var links = new LinkResolver(
                options.SourceFolder ?? Path.GetDirectoryName(Path.GetFullPath(notebook.Path))!,
                pages.ToDictionary(page => page.Info.NotebookFile, page => page.Info.File, StringComparer.OrdinalIgnoreCase));
            html.Add(NotebookPage.Render(notebook, info, site, links));
            folder.Write(info.File, html[^1]);
            folder.Write("files/" + info.NotebookFile, WithoutOutputs(notebook));
            links.Files.ToList().ForEach(file => files[file.Key] = file.Value);
        }

        OwnFiles.ToList().ForEach(name => folder.Write("assets/" + name, SiteResources.Read(name)));
        foreach (var (sitePath, file) in files.Concat(assets.Where(asset => IsNeeded(asset.Key, html))))
        {
            folder.Copy(sitePath, file);
        }

        return Warnings(assets, options);
    }

    // Scripts weigh megabytes; a site without diagrams does not carry mermaid.
    private static bool IsNeeded(string asset, List<string> html) =>
        asset.EndsWith(".js", StringComparison.Ordinal) ? html.Any(page => page.Contains($"\"{asset}\"", StringComparison.Ordinal))
        : !asset.StartsWith("assets/katex/", StringComparison.Ordinal) || html.Any(page => page.Contains("\"assets/katex/", StringComparison.Ordinal));

    private static SortedDictionary<string, string> Assets(string webAssets)
    {
        var assets = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var pattern in AssetPatterns)
        {
            var folder = Path.Combine(webAssets, Path.GetDirectoryName(pattern)!);
            foreach (var file in Directory.Exists(folder) ? Directory.EnumerateFiles(folder, Path.GetFileName(pattern)) : [])
            {
                assets["assets/" + Path.GetRelativePath(webAssets, file).Replace('\\', '/')] = file;
            }
        }

        return assets;
    }

    private static List<(NotebookDocument Notebook, PageInfo Info)> Pages(IReadOnlyList<NotebookDocument> executed)
    {
        var pages = executed.Select(notebook => (Notebook: notebook, Info: PageInfo.Of(notebook))).OrderBy(page => page.Info.File, StringComparer.Ordinal).ToList();
        var twice = pages.GroupBy(page => page.Info.File, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1);
        return twice is null
            ? pages
            : throw new SiteExportException($"two notebooks would become {twice.Key}: {string.Join(" and ", twice.Select(page => page.Notebook.Path))}; rename one");
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

    private static List<string> Warnings(SortedDictionary<string, string> assets, SiteOptions options) =>
        [.. new[] { ("plotly.min.js", "charts are still pictures"), ("katex/katex.min.js", "formulas are shown as TeX source"), ("mermaid.min.js", "diagrams are shown as text") }
            .Where(needed => !assets.ContainsKey("assets/" + needed.Item1))
            .Select(needed => $"{Path.Combine(options.WebAssets, needed.Item1)} is missing, so {needed.Item2}; install Node.js 20 or newer and build again")];
}
