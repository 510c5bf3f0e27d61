using AngleSharp.Dom;

namespace Course.Kernel.Export.Book;

/// <summary>Takes from a page what only works on a screen with scripts.</summary>
internal static class PaperCopy
{
    private const string OnlyOnScreen = "script, nav, button, input, select, .colophon, .anchor, .search, .left-out, [data-controls]";

    /// <summary>Changes the page in place: no controls, everything unfolded, and no link to what the book has not.</summary>
    /// <param name="main">The page's content.</param>
    /// <param name="chapters">Names of the book's chapters, to which links may lead.</param>
    public static void Make(IElement main, IReadOnlySet<string> chapters)
    {
        main.QuerySelectorAll(OnlyOnScreen).ToList().ForEach(element => element.Remove());
        foreach (var folded in main.QuerySelectorAll("details"))
        {
            folded.SetAttribute("open", "");
        }

        foreach (var link in main.QuerySelectorAll("a[href]").ToList().Where(link => !LeadsSomewhere(link, chapters)))
        {
            link.Replace([.. link.ChildNodes]);
        }
    }

    /// <summary>Chapter and fragment that a link within the course leads to; null for another link.</summary>
    public static (string Chapter, string? Fragment)? Target(string href)
    {
        var mark = href.IndexOf('#', StringComparison.Ordinal);
        var (page, fragment) = mark < 0 ? (href, null) : (href[..mark], href[(mark + 1)..]);
        return page.EndsWith(".html", StringComparison.Ordinal) && !page.Contains(':', StringComparison.Ordinal)
            ? (Uri.UnescapeDataString(page[..^".html".Length]), fragment)
            : null;
    }

    private static bool LeadsSomewhere(IElement link, IReadOnlySet<string> chapters)
    {
        var href = link.GetAttribute("href")!;
        return href.StartsWith('#') || (Uri.TryCreate(href, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" or "mailto")
            || (Target(href) is { } target && chapters.Contains(target.Chapter));
    }
}
