using System.IO.Compression;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Course.Kernel.Export;
using Course.Kernel.Export.Book;
using Course.Kernel.Notebooks;

namespace Course.Kernel.Tests.Export.Book;

public sealed class BookExporterTests : IDisposable
{
    private const string Drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>";

    private static readonly XNamespace Xhtml = "http://www.w3.org/1999/xhtml";
    private readonly string _root = Directory.CreateTempSubdirectory("course-book-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void Epub_OfNotebooks_HasThemInOrderAfterItsKind()
    {
        using var book = Epub(Notebook("02-b", "# 02 · B"), Notebook("01-a", "# 01 · A & more"));
        Assert.Equal("mimetype", book.Entries[0].FullName);
        Assert.Equal(book.Entries[0].Length, book.Entries[0].CompressedLength);
        Assert.Equal("application/epub+zip", Text(book, "mimetype"));
        Assert.Equal(["01 · A & more", "02 · B"], Read(book, "contents").Descendants(Xhtml + "a").Select(link => link.Value).Take(2));
        Assert.Equal("A & more", Read(book, "01-a").Descendants(Xhtml + "h1").Single().Value);
    }

    [Fact]
    public void Epub_WithLinks_KeepsThoseThatLeadSomewhere()
    {
        using var book = Epub(
            Notebook("01-a", "# 01 · A\n\n## Here\n\n[there](02-b.ipynb#there) [home](#here) [out](https://example.org/) [gone](03-c.ipynb) notebook 02"),
            Notebook("02-b", "# 02 · B\n\n## There"));
        var links = Read(book, "01-a").Descendants(Xhtml + "a").Select(link => (string?)link.Attribute("href"));
        Assert.Equal(["02-b.xhtml#there", "#here", "https://example.org/", "02-b.xhtml"], links);
        Assert.Contains("gone", Read(book, "01-a").Root!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Epub_WithADrawing_CarriesItAsAFile()
    {
        var picture = $"<div><img alt=\"a\" src=\"data:image/svg+xml;base64,{Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(Drawing))}\"></div><div data-controls=\"\"><button>x</button></div>";
        using var book = Epub(Notebook("01-a", "# 01 · A", picture), Notebook("02-b", "# 02 · B", picture));
        var source = (string)Read(book, "01-a").Descendants(Xhtml + "img").Single().Attribute("src")!;
        Assert.Equal(Drawing, Text(book, "book/" + source));
        Assert.Single(book.Entries, entry => entry.FullName.StartsWith("book/pictures/", StringComparison.Ordinal));
        Assert.Empty(Read(book, "01-a").Descendants(Xhtml + "button"));
        Assert.Contains($"href=\"{source}\" media-type=\"image/svg+xml\"", Text(book, "book/package.opf"), StringComparison.Ordinal);
    }

    [Fact]
    public void Epub_OfTheSameNotebooksAtTheSameTime_HasTheSameBytes()
    {
        Epub(Notebook("01-a", "# 01 · A")).Dispose();
        var first = File.ReadAllBytes(Path.Combine(_root, "book.epub"));
        Epub(Notebook("01-a", "# 01 · A")).Dispose();
        Assert.Equal(first, File.ReadAllBytes(Path.Combine(_root, "book.epub")));
    }

    [Fact]
    public void Epub_ThatCannotBeWritten_LeavesTheOldOne()
    {
        var file = Path.Combine(_root, "is-a-folder");
        Directory.CreateDirectory(file);
        var fault = Assert.Throws<SiteExportException>(() => BookExporter.Epub([Notebook("01-a", "# A")], file, Options, new Noon()));
        Assert.Contains(file, fault.Message, StringComparison.Ordinal);
        Assert.Equal([file], Directory.GetFileSystemEntries(_root));
    }

    [Fact]
    public void Browser_Missing_IsNamedWithItsCure()
    {
        if (!OperatingSystem.IsLinux())
        {
            return; // elsewhere a browser is looked for in fixed places too, and is usually there
        }

        var fault = Assert.Throws<SiteExportException>(() => BrowserPrinter.Find(_root));
        Assert.Contains("apt-get install chromium", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Browser_ThatPrintsNothing_IsQuoted()
    {
        var fault = Assert.Throws<SiteExportException>(() => new BrowserPrinter("/bin/echo").Print(Path.Combine(_root, "page.html")));
        Assert.Contains("made no PDF", fault.Message, StringComparison.Ordinal);
        Assert.Contains("page.html", fault.Message, StringComparison.Ordinal);
    }

    private static SiteOptions Options => new() { WebAssets = "/nowhere" };

    private ZipArchive Epub(params NotebookDocument[] notebooks)
    {
        var file = Path.Combine(_root, "book.epub");
        BookExporter.Epub(notebooks, file, Options, new Noon());
        return ZipFile.OpenRead(file);
    }

    private static string Text(ZipArchive book, string path)
    {
        using var reader = new StreamReader(book.GetEntry(path)!.Open());
        return reader.ReadToEnd();
    }

    private static XDocument Read(ZipArchive book, string page) => XDocument.Parse(Text(book, $"book/{page}.xhtml").Replace("<!DOCTYPE html>", "", StringComparison.Ordinal));

    private static NotebookDocument Notebook(string name, string markdown, string? html = null)
    {
        var notebook = new NotebookDocument { Path = Path.Combine(Path.GetTempPath(), "notebooks", name + ".ipynb") };
        notebook.Cells.Add(new NotebookCell { Id = "text", Kind = CellKind.Markdown, Source = markdown });
        if (html is not null)
        {
            var code = new NotebookCell { Id = "code", Kind = CellKind.Code, Source = "1 + 1", ExecutionCount = 1 };
            code.Outputs.Add(new JsonObject { ["output_type"] = "display_data", ["data"] = new JsonObject { ["text/html"] = html }, ["metadata"] = new JsonObject() });
            notebook.Cells.Add(code);
        }

        return notebook;
    }

    private sealed class Noon : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 11, 28, 12, 0, 0, TimeSpan.Zero);
    }
}
