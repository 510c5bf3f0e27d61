using System.Text;
using Course.Kernel.Notebooks.Prose;

namespace Course.Kernel.Export;

/// <summary>All words of the course with their meaning, and the way to where each is explained.</summary>
internal static class GlossaryPage
{
    /// <summary>Its name in the site.</summary>
    public const string File = "glossary.html";

    /// <summary>The page's HTML.</summary>
    /// <param name="site">The site and its words.</param>
    /// <param name="explained">Terms that have their anchor on their page.</param>
    public static string Render(SiteContext site, IReadOnlySet<string> explained)
    {
        var list = new StringBuilder("<dl class=\"glossary\">\n");
        foreach (var word in site.Words.Words)
        {
            list.Append(Entry(word, site, explained));
        }

        return site.Page("Glossary", "The words of the course and where each is explained", list.Append("</dl>\n").ToString());
    }

    private static string Entry(Word word, SiteContext site, IReadOnlySet<string> explained)
    {
        var code = word.Code is null ? "" : $" <span class=\"in-code\">in code <code>{Html.Encode(word.Code)}</code></span>";
        return $"<div id=\"{ProseLinks.AnchorOf(word)}\">\n<dt>{Html.Encode(word.Term)}{code}</dt>\n<dd>{Html.Encode(word.Meaning)} {Place(word, site, explained)}</dd>\n</div>\n";
    }

    private static string Place(Word word, SiteContext site, IReadOnlySet<string> explained)
    {
        var anchor = explained.Contains(word.Term) ? "#" + ProseLinks.AnchorOf(word) : "";
        return site.Pages.FirstOrDefault(page => page.Id == word.Notebook) is { } page
            ? $"<a href=\"{page.Url}{anchor}\">Notebook {word.Notebook}</a>"
            : $"<span class=\"to-come\">Notebook {word.Notebook}, to come</span>";
    }
}
