using System.Text;

namespace Course.Kernel.Export;

/// <summary>The front page: what the course is, and its map.</summary>
internal static class IndexPage
{
    private static readonly string Template = SiteResources.Read("index.html");

    /// <summary>The page's HTML.</summary>
    public static string Render(SiteContext site)
    {
        var map = new StringBuilder();
        foreach (var part in site.Map.Parts)
        {
            map.Append(Section(part.Title, part.Goal, part.Notebooks.Select(entry => Entry(entry, site))));
        }

        var others = site.Pages.Where(page => site.Map.PartOf(page.Id) is null).ToList();
        if (others.Count > 0)
        {
            map.Append(Section("More notebooks", null, others.Select(page => Entry(page, site, page.Id, null))));
        }

        return SiteResources.Fill(
            Template,
            ("policy", Html.Encode(ContentSecurity.Policy)),
            ("title", Html.Encode(site.Map.Title)),
            ("subtitle", Html.Encode(site.Map.Subtitle)),
            ("introduction", Html.Encode(site.Map.Introduction)),
            ("start", site.Pages is [var first, ..] ? $"<a class=\"start\" href=\"{first.Url}\">Start reading</a>" : ""),
            ("bar", site.Bar(null)),
            ("icon", SiteContext.Icon),
            ("head", site.Head(math: false, charts: false, plotly: false, mermaid: false)),
            ("picture", SiteResources.Read("hero.svg").Trim()),
            ("map", map.ToString()));
    }

    private static string Section(string title, string? goal, IEnumerable<string> entries)
    {
        var about = goal is null ? "" : $"<p>{Html.Encode(goal)}</p>";
        return $"<section class=\"part\">\n<header><h2>{Html.Encode(title)}</h2>{about}</header>\n<ol>\n{string.Concat(entries)}</ol>\n</section>\n";
    }

    private static string Entry(CourseMap.Entry entry, SiteContext site)
    {
        var pages = site.Pages.Where(page => page.Id == entry.Id).ToList();
        return pages.Count == 0
            ? $"<li class=\"to-come\"><span class=\"number\">{entry.Id}</span><div><h3>{Html.Encode(entry.Title)}</h3></div><span class=\"minutes\">to come</span></li>\n"
            : string.Concat(pages.Select(page => Entry(page, site, entry.Id, entry.Goal, entry.Level)));
    }

    private static string Entry(PageInfo page, SiteContext site, string? number, string? goal, string? level = null)
    {
        var about = goal is null ? "" : $"<p>{Html.Encode(goal)}</p>";
        string?[] effort = [page.Minutes is { } m ? $"{m} min" : null, level, Needs(page, site)];
        var facts = string.Concat(effort.Where(fact => fact is { Length: > 0 }).Select(fact => $"<span>{fact}</span>")) + page.ProgressHtml("progress");
        return $"<li><span class=\"number\">{number}</span><div><h3><a href=\"{page.Url}\">{Html.Encode(page.Title)}</a></h3>{about}{Skills(page)}</div><span class=\"minutes\">{facts}</span></li>\n";
    }

    private static string Needs(PageInfo page, SiteContext site)
    {
        var needs = page.Needs.Select(id => site.Pages.FirstOrDefault(other => other.Id == id) is { } other ? $"<a href=\"{other.Url}\">{id}</a>" : id).ToList();
        return needs.Count == 0 ? "" : "needs " + string.Join(", ", needs);
    }

    private static string Skills(PageInfo page) => page.Skills.Count == 0 ? ""
        : $"<details class=\"skills\"><summary>Afterwards you can</summary><ul>{string.Concat(page.Skills.Select(skill => $"<li>{Html.Encode(skill)}</li>"))}</ul></details>";
}
