using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Course.Kernel.Notebooks;

namespace Course.Kernel.Export;

/// <summary>A notebook as the page of the site.</summary>
internal sealed partial class NotebookPage
{
    private static readonly string Template = SiteResources.Read("notebook.html");

    private readonly MarkdownRenderer _markdown;
    private readonly OutputRenderer _outputs;
    private int _codeCells;

    private NotebookPage(LinkResolver links, ProseLinks prose, Typesetter typesetter)
    {
        _markdown = new MarkdownRenderer(links, prose, typesetter);
        _outputs = new OutputRenderer(_markdown);
    }

    /// <summary>The page's HTML, with marks for its formulas, and what the search finds on it.</summary>
    public static (string Html, IReadOnlyList<SearchIndex.Section> Sections) Render(
        NotebookDocument notebook, PageInfo info, SiteContext site, LinkResolver links, ProseLinks prose, Typesetter typesetter)
    {
        var page = new NotebookPage(links, prose, typesetter);
        return (page.Render(notebook, info, site), page._markdown.Sections);
    }

    private string Render(NotebookDocument notebook, PageInfo info, SiteContext site)
    {
        var cells = new StringBuilder();
        foreach (var cell in notebook.Cells)
        {
            cells.Append(Cell(cell, site.Megabytes is not null && site.SlowCells.TryGetValue((Path.GetFileNameWithoutExtension(info.NotebookFile), cell.Id), out var slow) ? slow : null));
        }

        var (previous, next) = site.Neighbours(info);
        return SiteResources.Fill(
            Template,
            ("policy", Html.Encode(site.Megabytes is null ? ContentSecurity.Policy : ContentSecurity.LivePolicy)),
            ("title", Html.Encode(info.Title)),
            ("course", Html.Encode(site.Map.Title)),
            ("description", Html.Encode(site.GoalOf(info))),
            ("icon", SiteContext.Icon),
            ("bar", site.Bar(info)),
            ("head", site.Head(_markdown.HasMath, _outputs.HasCharts, _outputs.HasPlotly, _markdown.HasMermaid || _outputs.HasMermaid)),
            ("tab", Tab(info, site)),
            ("kicker", Kicker(info, site)),
            ("notice", Notice(notebook)),
            ("toc", Contents()),
            ("map", site.Sidebar(info)),
            ("open", OpenElsewhere(info, site)),
            ("cells", cells.ToString()),
            ("notebook", "files/" + Uri.EscapeDataString(info.NotebookFile)),
            ("pager", Pager(previous, "prev", "Previous") + Pager(next, "next", "Next")));
    }

    private string Cell(NotebookCell cell, double? slow) => cell.Kind switch
    {
        CellKind.Markdown => $"<section class=\"prose\">\n{WithoutNumber(_markdown.Render(cell))}</section>\n",
        CellKind.Code => CodeCell(cell, slow),
        _ => $"<pre class=\"code\">{Html.Encode(cell.Source)}</pre>\n",
    };

    /// <summary>A run that stopped at an error says so at the top, with the way there.</summary>
    private static string Notice(NotebookDocument notebook)
    {
        var failed = notebook.Cells.FirstOrDefault(cell => cell.Outputs.Any(output => (string?)output["output_type"] == "error"));
        return failed is null ? "" : $"<p class=\"notice\">In this run, <a href=\"#cell-{failed.Id}\">a cell</a> ended with an error.</p>\n";
    }

    private string CodeCell(NotebookCell cell, double? slow)
    {
        var outputs = _outputs.Render(cell.Outputs);
        var exercise = cell.Id.StartsWith("exercise-", StringComparison.Ordinal);
        var count = cell.ExecutionCount is { } n ? string.Create(CultureInfo.InvariantCulture, $" data-count=\"{n}\"") : "";
        var label = exercise ? $" aria-label=\"Exercise {cell.Id["exercise-".Length..]}\"" : "";
        var number = string.Create(CultureInfo.InvariantCulture, $" data-cell=\"{++_codeCells}\"") + (slow is { } seconds ? string.Create(CultureInfo.InvariantCulture, $" data-seconds=\"{seconds:0}\"") : "");
        var input = string.IsNullOrWhiteSpace(cell.Source) ? "" : $"<div class=\"input\"{count}>{CodeBlockHtml.Of(cell.Source, Language(cell.Source))}</div>\n";
        var output = outputs.Length == 0 ? "" : $"<div class=\"output\">\n{outputs}</div>\n";
        return input.Length + output.Length == 0
            ? ""
            : $"<section class=\"cell{(exercise ? " exercise" : "")}\" id=\"cell-{cell.Id}\"{(input.Length == 0 ? "" : number)}{label}>\n{input}{output}</section>\n";
    }

    private static string Tab(PageInfo info, SiteContext site) => site.Megabytes is null
        ? ""
        : $" data-tab=\"{SiteTab.Script}\" data-megabytes=\"{site.Megabytes}\" data-notebook=\"{Html.Encode(Path.GetFileNameWithoutExtension(info.NotebookFile))}\"";

    // A cell may hand its text to another kernel: #!mermaid, #!html, #!markdown. Its output shows the result.
    private static string? Language(string source) =>
        OtherLanguagePattern().IsMatch(source) ? null : "csharp";

    private string Contents()
    {
        var items = _markdown.Headings.Where(heading => heading.Level is 2 or 3).ToList();
        return string.Concat(items.Select(heading =>
            $"<li class=\"level-{heading.Level}\"><a href=\"#{Html.Encode(heading.Anchor)}\">{heading.Html}</a></li>\n"));
    }

    private static string Kicker(PageInfo info, SiteContext site)
    {
        string?[] parts = [site.Map.PartOf(info.Id)?.Title, info.Id is null ? null : $"Notebook {info.Id}", info.Minutes is { } m ? $"{m} min" : null, info.Id is { } id ? site.Map.Find(id)?.Level : null];
        return string.Join("", parts.OfType<string>().Select(part => $"<span>{Html.Encode(part)}</span>"));
    }

    private static string Pager(PageInfo? page, string rel, string label) => page is null
        ? ""
        : $"<a class=\"{rel}\" rel=\"{rel}\" href=\"{page.Url}\"><span>{label}</span> <strong>{Html.Encode(page.Title)}</strong></a>\n";

    private static string OpenElsewhere(PageInfo page, SiteContext site) =>
        string.Concat(site.Map.OpenIn(page).Select(place => $" <a href=\"{Html.Encode(place.Url)}\" rel=\"noopener noreferrer\">{Html.Encode(place.Label)}</a>"));

    private static string WithoutNumber(string html) => TitleNumberPattern().Replace(html, "$1");

    [GeneratedRegex(@"^#!(mermaid|html|markdown|javascript|js)\b", RegexOptions.Multiline)]
    private static partial Regex OtherLanguagePattern();

    [GeneratedRegex(@"(<h1[^>]*>)\d\d\s*[·.:–-]\s*")]
    private static partial Regex TitleNumberPattern();
}
