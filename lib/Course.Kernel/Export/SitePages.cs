using Course.Kernel.Notebooks;

namespace Course.Kernel.Export;

/// <summary>The pages of a site, rendered.</summary>
internal sealed class SitePages
{
    private readonly SortedDictionary<string, string> _html = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, string> _files = new(StringComparer.Ordinal);
    private readonly List<string> _leftOut = [];

    /// <summary>Site path → HTML.</summary>
    public IReadOnlyDictionary<string, string> Html => _html;

    /// <summary>Site path → source, of local files that pages link to.</summary>
    public IReadOnlyDictionary<string, string> Files => _files;

    /// <summary>Notebooks that became pages.</summary>
    public IReadOnlyList<(NotebookDocument Notebook, PageInfo Info)> Notebooks { get; private set; } = [];

    /// <summary>Notebooks that did not, each with its reason.</summary>
    public IReadOnlyList<string> LeftOut => _leftOut;

    /// <summary>Renders every page; a notebook that cannot be rendered is left out, and the others go on.</summary>
    /// <exception cref="SiteExportException">Two notebooks would become one page.</exception>
    public static SitePages Of(IReadOnlyList<NotebookDocument> executed, IReadOnlySet<string> assets, SiteOptions options)
    {
        var pages = new SitePages { Notebooks = Ordered(executed) };
        while (!pages.TryRender(assets, options))
        {
            // Once more without the failures: nothing may lead to a page that is not there.
        }

        return pages;
    }

    private static List<(NotebookDocument Notebook, PageInfo Info)> Ordered(IReadOnlyList<NotebookDocument> executed)
    {
        var pages = executed.Select(notebook => (Notebook: notebook, Info: PageInfo.Of(notebook))).OrderBy(page => page.Info.File, StringComparer.Ordinal).ToList();
        var twice = pages.GroupBy(page => page.Info.File, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1);
        return twice is null
            ? pages
            : throw new SiteExportException($"two notebooks would become {twice.Key}: {string.Join(" and ", twice.Select(page => page.Notebook.Path))}; rename one");
    }

    private bool TryRender(IReadOnlySet<string> assets, SiteOptions options)
    {
        _html.Clear();
        _files.Clear();
        var site = new SiteContext(CourseMap.Load(), [.. Notebooks.Select(page => page.Info)], assets);
        var rendered = Notebooks.Where(page => TryRender(page.Notebook, page.Info, site, options)).ToList();
        var all = rendered.Count == Notebooks.Count;
        Notebooks = rendered;
        _html["index.html"] = IndexPage.Render(site);
        return all;
    }

    private bool TryRender(NotebookDocument notebook, PageInfo info, SiteContext site, SiteOptions options)
    {
        try
        {
            var links = new LinkResolver(
                options.SourceFolder ?? Path.GetDirectoryName(Path.GetFullPath(notebook.Path))!,
                site.Pages.ToDictionary(page => page.NotebookFile, page => page.File, StringComparer.OrdinalIgnoreCase));
            _html[info.File] = NotebookPage.Render(notebook, info, site, links);
            links.Files.ToList().ForEach(file => _files[file.Key] = file.Value);
            return true;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // Notebooks are other people's; whatever one of them does to us, its neighbours are not to blame.
            _leftOut.Add($"{notebook.Path} cannot be shown: {e.Message}");
            return false;
        }
    }
}
