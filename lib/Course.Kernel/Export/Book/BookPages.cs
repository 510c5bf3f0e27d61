using AngleSharp.Html.Parser;
using Course.Kernel.Notebooks;

namespace Course.Kernel.Export.Book;

/// <summary>The chapters of a book, taken from the pages of the site.</summary>
/// <param name="Map">The course, for the title page and the parts.</param>
/// <param name="Chapters">In reading order.</param>
/// <param name="LeftOut">Notebooks that could not be rendered, each with its reason.</param>
internal sealed record BookPages(CourseMap Map, IReadOnlyList<BookChapter> Chapters, IReadOnlyList<string> LeftOut)
{
    private const string Afterwards = "At the back";

    /// <summary>Renders the site's pages and takes what a reader on paper can use.</summary>
    public static BookPages Of(IReadOnlyList<NotebookDocument> executed, IReadOnlySet<string> assets, SiteOptions options)
    {
        var pages = SitePages.Of(executed, assets, options);
        var map = CourseMap.Load();
        var chapters = pages.Notebooks.Select(page => Chapter(page.Info.File, page.Info.Id, page.Info.Title, map.PartOf(page.Info.Id)?.Title ?? "More notebooks", pages)).ToList();
        if (pages.Html.ContainsKey(GlossaryPage.File))
        {
            chapters.Add(Chapter(GlossaryPage.File, null, "Glossary", Afterwards, pages));
        }

        var names = chapters.Select(chapter => chapter.Name).ToHashSet(StringComparer.Ordinal);
        chapters.ForEach(chapter => PaperCopy.Make(chapter.Main, names));
        return new BookPages(map, chapters, pages.LeftOut);
    }

    /// <summary>The chapters by part, in order.</summary>
    public IEnumerable<(string Part, IReadOnlyList<BookChapter> Chapters)> Parts =>
        Chapters.GroupBy(chapter => chapter.Part).Select(part => (part.Key, (IReadOnlyList<BookChapter>)[.. part]));

    private static BookChapter Chapter(string file, string? number, string title, string part, SitePages pages)
    {
        var main = new HtmlParser().ParseDocument(pages.Html[file]).QuerySelector("main")!;
        return new BookChapter(Path.GetFileNameWithoutExtension(file), number, title, part, main);
    }
}
