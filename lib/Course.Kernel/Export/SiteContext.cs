namespace Course.Kernel.Export;

/// <summary>What every page of one site shares.</summary>
/// <param name="Map">The course.</param>
/// <param name="Pages">All pages, in reading order.</param>
/// <param name="Assets">Site paths of the scripts and fonts that are there.</param>
internal sealed record SiteContext(CourseMap Map, IReadOnlyList<PageInfo> Pages, IReadOnlySet<string> Assets)
{
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
            plotly ? Script("assets/plotly.min.js") : null,
            charts ? Script("assets/charts.js") : null,
            mermaid ? Script("assets/mermaid.min.js") : null,
        ];
        return string.Concat(lines.OfType<string>().Select(line => line + "\n"));
    }

    private string? Style(string path) => Assets.Contains(path) ? $"<link rel=\"stylesheet\" href=\"{path}\">" : null;

    private string? Script(string path) => Assets.Contains(path) ? $"<script defer src=\"{path}\"></script>" : null;
}
