using System.Text;
using System.Text.Json;

namespace Course.Kernel.Export;

/// <summary>What was wrong in the course and has been mended, and how to tell us of more.</summary>
internal static class ErrataPage
{
    /// <summary>Its name in the site.</summary>
    public const string File = "errata.html";

    /// <summary>The page's HTML.</summary>
    /// <param name="site">The site, whose map says where mistakes are reported.</param>
    public static string Render(SiteContext site)
    {
        var list = new StringBuilder($"<section class=\"prose\">\n<p>{Report(site.Map)}</p>\n<h2>Mended</h2>\n<ul>\n");
        foreach (var mistake in JsonSerializer.Deserialize<List<Mistake>>(SiteResources.Read("errata.json"), JsonSerializerOptions.Web)!)
        {
            list.Append(Entry(mistake, site));
        }

        return site.Page("Errata, and how to report a mistake", "Mistakes of the course that were found and mended", list.Append("</ul>\n</section>\n").ToString());
    }

    private static string Report(CourseMap map)
    {
        const string What = "say which notebook and cell, what you read or saw, what you expected, and what <code>course doctor</code> prints";
        return map.Repository is { Length: > 0 } repository
            ? $"Found one? <a href=\"{Html.Encode(repository)}/issues/new\" rel=\"noopener noreferrer\">Report it</a>: {What}."
            : $"Found one? Tell whoever gave you this course: {What}.";
    }

    private static string Entry(Mistake mistake, SiteContext site)
    {
        var place = site.Pages.FirstOrDefault(page => page.Id == mistake.Notebook) is { } page ? $"<a href=\"{page.Url}\">Notebook {mistake.Notebook}</a>" : $"Notebook {mistake.Notebook}";
        return $"<li>{place}, {Html.Encode(mistake.Date)}. {Html.Encode(mistake.Was)} {Html.Encode(mistake.Is)}</li>\n";
    }

    private sealed record Mistake(string Notebook, string Date, string Was, string Is);
}
