using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Outline;

namespace Course.Kernel.Export.Book;

/// <summary>A book as a PDF, printed by Chromium.</summary>
/// <remarks>No browser can say in a list of contents on which page a chapter will begin; so the book is printed twice, the second time with the numbers of the first.</remarks>
internal static class PdfFile
{
    private static readonly string Template = SiteResources.Read("book.html");

    /// <summary>The file's bytes.</summary>
    /// <param name="book">The chapters; their trees are changed.</param>
    /// <param name="assets">Styles and fonts.</param>
    public static byte[] Of(BookPages book, SiteAssets assets)
    {
        foreach (var chapter in book.Chapters)
        {
            GatherIn(chapter);
        }

        var folder = Directory.CreateTempSubdirectory("course-book-").FullName;
        try
        {
            var printer = BrowserPrinter.Find(Environment.GetEnvironmentVariable("PATH"));
            var draft = Print(book, Placeholders(book), assets, Path.Combine(folder, "draft"), printer);
            return Print(book, PagesOf(book, draft), assets, Path.Combine(folder, "book"), printer);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Chapters of one page share its names: each gets its chapter's in front, and links follow.</summary>
    private static void GatherIn(BookChapter chapter)
    {
        foreach (var named in chapter.Main.QuerySelectorAll("[id]"))
        {
            named.Id = $"{chapter.Name}--{named.Id}";
        }

        foreach (var link in chapter.Main.QuerySelectorAll("a[href]"))
        {
            var href = link.GetAttribute("href")!;
            link.SetAttribute("href", href.StartsWith('#') ? $"#{chapter.Name}--{href[1..]}"
                : PaperCopy.Target(href) is var (to, fragment) ? "#" + (fragment is null ? to : $"{to}--{fragment}")
                : href);
        }
    }

    private static byte[] Print(BookPages book, IReadOnlyDictionary<string, string> numbers, SiteAssets assets, string place, BrowserPrinter printer)
    {
        var html = SiteResources.Fill(
            Template,
            ("title", Html.Encode(book.Map.Title)),
            ("subtitle", Html.Encode(book.Map.Subtitle)),
            ("introduction", Html.Encode(book.Map.Introduction)),
            ("picture", SiteResources.Read("hero.svg").Trim()),
            ("contents", Contents(book, numbers)),
            ("chapters", string.Concat(book.Chapters.Select(chapter => $"<section class=\"chapter\" id=\"{chapter.Name}\">\n{chapter.Main.InnerHtml}</section>\n"))));
        using (var folder = SiteFolder.Open(place))
        {
            folder.Write("book.html", html);
            folder.Write("assets/book.css", SiteResources.Read("book.css"));
            assets.Write(folder, [html]);
            folder.Commit();
        }

        return printer.Print(Path.Combine(place, "book.html"));
    }

    private static string Contents(BookPages book, IReadOnlyDictionary<string, string> numbers)
    {
        var list = new StringBuilder();
        foreach (var (part, chapters) in book.Parts)
        {
            list.Append(CultureInfo.InvariantCulture, $"<p class=\"part-title\">{Html.Encode(part)}</p>\n<ol>\n");
            foreach (var chapter in chapters)
            {
                list.Append(CultureInfo.InvariantCulture, $"<li><a href=\"#{chapter.Name}\">{Html.Encode(chapter.Label)}</a><span class=\"page\">{numbers[chapter.Name]}</span></li>\n");
            }

            list.Append("</ol>\n");
        }

        return list.ToString();
    }

    private static Dictionary<string, string> Placeholders(BookPages book) => book.Chapters.ToDictionary(chapter => chapter.Name, _ => "000");

    private static Dictionary<string, string> PagesOf(BookPages book, byte[] draft)
    {
        using var pdf = PdfDocument.Open(draft);
        var marks = pdf.TryGetBookmarks(out var bookmarks) ? bookmarks.GetNodes().OfType<DocumentBookmarkNode>().ToList() : [];
        var pages = new Dictionary<string, string>(StringComparer.Ordinal);
        var at = 0;
        foreach (var chapter in book.Chapters)
        {
            at = marks.FindIndex(at, mark => Letters(mark.Title) == Letters(chapter.Title)) is >= 0 and var found
                ? found
                : throw new SiteExportException($"the browser's PDF has no mark for the chapter \"{chapter.Title}\"; a Chromium of 2024 or later writes them");
            pages[chapter.Name] = marks[at].PageNumber.ToString(CultureInfo.InvariantCulture);
        }

        return pages;
    }

    // Where a heading is broken into lines, its mark has lost the space.
    private static string Letters(string title) => string.Concat(title.Where(c => !char.IsWhiteSpace(c)));
}
