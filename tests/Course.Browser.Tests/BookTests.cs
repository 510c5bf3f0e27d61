using System.Globalization;
using Course.Cli;
using Course.Kernel.Export;
using Course.Kernel.Export.Book;
using Course.Kernel.Notebooks;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Outline;

namespace Course.Browser.Tests;

/// <summary>The course as one PDF and one EPUB: printed by the real browser, judged by the real epubcheck.</summary>
public sealed class BookTests : IDisposable
{
    private const long Largest = 30_000_000;

    private readonly string _folder = Directory.CreateTempSubdirectory("course-book-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Pdf_OfTheCourse_NamesThePageOfEachChapter()
    {
        var export = BookExporter.Pdf(Executed(), Path.Combine(_folder, "course.pdf"), Options);
        Assert.InRange(export.Bytes, 1, Largest);
        Assert.Empty(export.LeftOut);
        using var pdf = PdfDocument.Open(export.File);
        Assert.True(pdf.TryGetBookmarks(out var outline));
        var contents = Letters(pdf.GetPage(2).Text);
        Assert.All(outline.Roots.OfType<DocumentBookmarkNode>(), chapter => Assert.Contains(
            Letters(chapter.Title) + chapter.PageNumber.ToString(CultureInfo.InvariantCulture), contents, StringComparison.Ordinal));
        Assert.Equal(export.Chapters, outline.Roots.Count);
        Assert.All(Enumerable.Range(2, pdf.NumberOfPages - 1), page => Assert.Equal($"{page}", pdf.GetPage(page).GetWords().MinBy(word => word.BoundingBox.Bottom)!.Text));
    }

    [Fact]
    public void Epub_OfTheCourse_HasNoFault()
    {
        var export = BookExporter.Epub(Executed(), Path.Combine(_folder, "course.epub"), Options, TimeProvider.System);
        Assert.InRange(export.Bytes, 1, Largest);
        var (code, said) = Tool.Run("java", ["-jar", "/usr/share/java/epubcheck.jar", "--failonwarnings", export.File]);
        Assert.True(code == 0, said);
    }

    private static SiteOptions Options => new() { WebAssets = Path.Combine(Checkout.Cli, "web"), SourceFolder = Checkout.Notebooks };

    private static List<NotebookDocument> Executed() =>
        [.. Directory.GetFiles(ExecutedCourse.Notebooks, "*.ipynb").Order(StringComparer.Ordinal).Select(NotebookDocument.Load)];

    private static string Letters(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
