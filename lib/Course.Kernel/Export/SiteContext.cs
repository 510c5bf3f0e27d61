using Course.Kernel.Notebooks.Prose;

namespace Course.Kernel.Export;

/// <summary>What every page of one site shares.</summary>
/// <param name="Map">The course.</param>
/// <param name="Pages">All pages, in reading order.</param>
/// <param name="Assets">Site paths of the scripts and fonts that are there.</param>
/// <param name="Words">The course's terms.</param>
internal sealed record SiteContext(CourseMap Map, IReadOnlyList<PageInfo> Pages, IReadOnlySet<string> Assets, WordList Words)
{
    /// <summary>The line of a head that a page with set formulas does without.</summary>
    public const string KatexScript = "<script defer src=\"assets/katex/katex.min.js\"></script>\n";

    /// <summary>What the first run of a page loads, in MB; null where pages do not run.</summary>
    public string? Megabytes { get; init; }

    /// <summary>As in <see cref="SiteOptions"/>.</summary>
    public IReadOnlyDictionary<(string Notebook, string Cell), double> SlowCells { get; init; } = new Dictionary<(string Notebook, string Cell), double>();

    /// <summary>The tab's picture, as an address that needs no request.</summary>
    public static string Icon { get; } = "data:image/svg+xml," + Uri.EscapeDataString(SiteResources.Read("icon.svg").Trim());

    /// <summary>The pages before and after one.</summary>
    public (PageInfo? Previous, PageInfo? Next) Neighbours(PageInfo page)
    {
        var index = Pages.ToList().IndexOf(page);
        return (Pages.ElementAtOrDefault(index - 1), Pages.ElementAtOrDefault(index + 1));
    }

    /// <summary>What a notebook is for, in a sentence.</summary>
    public string GoalOf(PageInfo page) =>
        Map.PartOf(page.Id)?.Notebooks.First(entry => entry.Id == page.Id).Goal ?? page.Title;

    /// <summary>The bar above a page: home, the pages before and after, the glossary.</summary>
    /// <param name="page">The page; null for one that is no notebook.</param>
    public string Bar(PageInfo? page)
    {
        var (previous, next) = page is null ? (null, null) : Neighbours(page);
        var glossary = Words.Words.Count == 0 ? "" : $"<a href=\"{GlossaryPage.File}\">Glossary</a>";
        var links = Neighbour(previous, "prev", "\u2190", "Previous") + Neighbour(next, "next", "\u2192", "Next") + glossary;
        return $"<header class=\"bar\">\n<a class=\"home\" href=\"index.html\">{Html.Encode(Map.Title)}</a>\n<nav aria-label=\"Course\">{links}</nav>\n</header>";
    }

    /// <summary>A page that is no notebook and needs no script but the site's own.</summary>
    /// <param name="title">Its heading.</param>
    /// <param name="description">For search engines.</param>
    /// <param name="body">HTML below the heading.</param>
    public string Page(string title, string description, string body) => SiteResources.Fill(
        SiteResources.Read("page.html"),
        ("policy", Html.Encode(ContentSecurity.Policy)),
        ("title", Html.Encode(title)),
        ("course", Html.Encode(Map.Title)),
        ("description", Html.Encode(description)),
        ("icon", Icon),
        ("head", Head(math: false, charts: false, plotly: false, mermaid: false)),
        ("bar", Bar(null)),
        ("body", body));

    /// <summary>The course's map beside a page: parts, notebooks, minutes.</summary>
    public string Sidebar(PageInfo page)
    {
        var parts = Map.Parts.Select(part => (part.Title, Entries: part.Notebooks.SelectMany(entry => Pages.Where(other => other.Id == entry.Id)).ToList()));
        return string.Concat(parts.Where(part => part.Entries.Count > 0).Select(part =>
            $"<p class=\"room\">{Html.Encode(part.Title)}</p>\n<ol>\n{string.Concat(part.Entries.Select(entry => SidebarEntry(entry, entry == page)))}</ol>\n"));
    }

    private static string SidebarEntry(PageInfo page, bool isHere)
    {
        var minutes = page.Minutes is { } m ? $" <span class=\"minutes\">{m} min</span>" : "";
        return $"<li><a href=\"{page.Url}\"{(isHere ? " aria-current=\"page\"" : "")}>{page.Id} {Html.Encode(page.Title)}</a>{minutes} {page.ProgressHtml("minutes")}</li>\n";
    }

    private static string Neighbour(PageInfo? page, string rel, string arrow, string label) =>
        page is null ? "" : $"<a rel=\"{rel}\" href=\"{page.Url}\" title=\"{Html.Encode(page.Title)}\"><span aria-hidden=\"true\">{arrow}</span> <span class=\"label\">{label}</span></a>";

    /// <summary>Links and scripts in the head of a page, only those that it needs and that are there.</summary>
    public string Head(bool math, bool charts, bool plotly, bool mermaid)
    {
        string?[] lines =
        [
            Assets.Contains("assets/fonts/source-serif-4-latin-wght-normal.woff2") ? Style("assets/fonts.css") : null,
            Style("assets/site.css"),
            "<script src=\"assets/site.js\"></script>",
            math ? Style("assets/katex/katex.min.css") : null,
            math ? Script("assets/katex/katex.min.js") : null,
            Assets.Contains("assets/minisearch.js") ? $"<script defer src=\"assets/search.js\" data-index=\"{SearchIndex.File}\" data-library=\"assets/minisearch.js\"></script>" : null,
            plotly ? Script("assets/plotly.min.js") : null,
            charts ? Script("assets/charts.js") : null,
            charts ? Script("assets/figures.js") : null,
            mermaid ? Script("assets/mermaid.min.js") : null,
        ];
        return string.Concat(lines.OfType<string>().Select(line => line + "\n"));
    }

    private string? Style(string path) => Assets.Contains(path) ? $"<link rel=\"stylesheet\" href=\"{path}\">" : null;

    private string? Script(string path) => Assets.Contains(path) ? $"<script defer src=\"{path}\"></script>" : null;
}
