using Course.Kernel.Notebooks;
using Course.Kernel.Notebooks.Prose;

namespace Course.Kernel.Export;

/// <summary>The pages of a site, rendered.</summary>
internal sealed class SitePages
{
    private readonly SortedDictionary<string, string> _html = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, string> _files = new(StringComparer.Ordinal);
    private readonly List<string> _leftOut = [];
    private readonly HashSet<string> _explained = new(StringComparer.Ordinal);
    private readonly WordList _words;
    private SearchIndex _search = new();
    private Typesetter _typesetter = new("");

    private SitePages(WordList words) => _words = words;

    /// <summary>Site path → text: the pages, and what their search looks in.</summary>
    public IReadOnlyDictionary<string, string> Html => _html;

    /// <summary>Site path → source, of local files that pages link to.</summary>
    public IReadOnlyDictionary<string, string> Files => _files;

    /// <summary>Notebooks that became pages.</summary>
    public IReadOnlyList<(NotebookDocument Notebook, PageInfo Info)> Notebooks { get; private set; } = [];

    /// <summary>Notebooks that did not, each with its reason.</summary>
    public IReadOnlyList<string> LeftOut => _leftOut;

    /// <summary>Renders every page; a notebook that cannot be rendered is left out, and the others go on.</summary>
    /// <exception cref="SiteExportException">Two notebooks would become one page.</exception>
    /// <exception cref="NotebookFormatException">The list of words beside the notebooks cannot be read.</exception>
    public static SitePages Of(IReadOnlyList<NotebookDocument> executed, IReadOnlySet<string> assets, SiteOptions options)
    {
        var folder = options.SourceFolder ?? executed.Select(notebook => Path.GetDirectoryName(Path.GetFullPath(notebook.Path))).FirstOrDefault();
        var pages = new SitePages(WordList.In(folder ?? ".")) { Notebooks = Ordered(executed) };
        while (!pages.TryRender(assets, options))
        {
            // Once more without the failures: nothing may lead to a page that is not there.
        }

        pages.Typeset();
        return pages;
    }

    private void Typeset()
    {
        _typesetter.Run();
        foreach (var (path, html) in _html.ToList())
        {
            var page = _typesetter.Fill(html);
            _html[path] = _typesetter.IsSet ? page.Replace(SiteContext.KatexScript, "", StringComparison.Ordinal) : page;
        }
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
        _explained.Clear();
        _search = new SearchIndex();
        _typesetter = new Typesetter(options.WebAssets);
        var site = new SiteContext(CourseMap.Load(), [.. Notebooks.Select(page => page.Info)], assets, _words) { Megabytes = SiteTab.Megabytes(options.WebAssets), SlowCells = options.SlowCells };
        var rendered = Notebooks.Where(page => TryRender(page.Notebook, page.Info, site, options)).ToList();
        var all = rendered.Count == Notebooks.Count;
        Notebooks = rendered;
        _html["index.html"] = IndexPage.Render(site);
        _html[ErrataPage.File] = ErrataPage.Render(site);
        if (_words.Words.Count > 0)
        {
            _html[GlossaryPage.File] = GlossaryPage.Render(site, _explained);
            _search.Add(_words);
        }

        _html[SearchIndex.File] = _search.ToScript();
        return all;
    }

    private bool TryRender(NotebookDocument notebook, PageInfo info, SiteContext site, SiteOptions options)
    {
        try
        {
            var links = new LinkResolver(
                options.SourceFolder ?? Path.GetDirectoryName(Path.GetFullPath(notebook.Path))!,
                site.Pages.ToDictionary(page => page.NotebookFile, page => page.File, StringComparer.OrdinalIgnoreCase));
            var prose = new ProseLinks(site, info, notebook);
            (_html[info.File], var sections) = NotebookPage.Render(notebook, info, site, links, prose, _typesetter);
            _search.Add(info, sections);
            _explained.UnionWith(prose.Explained);
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
