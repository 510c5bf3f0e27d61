namespace Course.Kernel.Export;

/// <summary>Pages in the look of the course's site that show no notebook.</summary>
internal static class PlainSite
{
    private const string Search = "assets/minisearch.js"; // there is nothing to search here

    /// <summary>Writes them as a whole, in place of what an earlier call wrote there.</summary>
    /// <param name="folder">The site's folder.</param>
    /// <param name="title">Of the site; its link leads to <c>index.html</c>.</param>
    /// <param name="webAssets">The command's own folder of fonts and scripts.</param>
    /// <param name="pages">File name, heading, and HTML below the heading.</param>
    /// <exception cref="SiteExportException">The folder holds something else, or the disk refuses; what was there stays.</exception>
    internal static void Write(string folder, string title, string webAssets, IReadOnlyList<(string File, string Title, string Body)> pages)
    {
        try
        {
            using var site = SiteFolder.Open(folder);
            var assets = SiteAssets.In(webAssets);
            var context = new SiteContext(CourseMap.Load() with { Title = title }, [], assets.Paths.Where(path => path != Search).ToHashSet(), Notebooks.Prose.WordList.Empty);
            var html = pages.Select(page => (page.File, Html: context.Page(page.Title, $"{title}: {page.Title}", page.Body))).ToList();
            html.ForEach(page => site.Write(page.File, page.Html));
            assets.Write(site, [.. html.Select(page => page.Html)]);
            site.Commit();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SiteExportException($"pages cannot be written to {Path.GetFullPath(folder)}: {e.Message}", e);
        }
    }
}
