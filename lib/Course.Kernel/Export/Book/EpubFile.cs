using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Xhtml;

namespace Course.Kernel.Export.Book;

/// <summary>A book as an EPUB 3 file.</summary>
internal sealed class EpubFile
{
    private const string Xml = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";
    private static readonly DateTimeOffset EntryTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero); // the zip format's own first day

    private readonly SortedDictionary<string, byte[]> _pictures = new(StringComparer.Ordinal);
    private readonly List<(string Name, string Xhtml, string Properties)> _chapters = [];

    /// <summary>The file's bytes.</summary>
    /// <param name="book">The chapters; their trees are changed.</param>
    /// <param name="modified">The date inside.</param>
    public static byte[] Of(BookPages book, DateTimeOffset modified)
    {
        var file = new EpubFile();
        foreach (var chapter in book.Chapters)
        {
            file.Add(chapter, book.Map);
        }

        return file.Packed(book, modified);
    }

    private void Add(BookChapter chapter, CourseMap map)
    {
        var main = chapter.Main;
        foreach (var formula in main.QuerySelectorAll("span.katex").ToList())
        {
            formula.Replace([.. formula.QuerySelectorAll("math")]);
        }

        foreach (var picture in main.QuerySelectorAll("img[src^='data:']").ToList())
        {
            picture.SetAttribute("src", Picture(picture.GetAttribute("src")!));
        }

        foreach (var link in main.QuerySelectorAll("a[href]"))
        {
            if (PaperCopy.Target(link.GetAttribute("href")!) is var (to, fragment))
            {
                link.SetAttribute("href", Uri.EscapeDataString(to) + ".xhtml" + (fragment is null ? "" : "#" + fragment));
            }
        }

        RemoveWhatXhtmlHasNot(main);
        var properties = string.Concat(main.QuerySelector("math") is null ? "" : "mathml ", main.QuerySelector("svg") is null ? "" : "svg").Trim();
        _chapters.Add((chapter.Name, Page(chapter.Title, map.Title, main.ToHtml(XhtmlMarkupFormatter.Instance)), properties));
    }

    private string Picture(string address)
    {
        var comma = address.IndexOf(',', StringComparison.Ordinal);
        var (head, body) = (address[5..comma], address[(comma + 1)..]);
        var bytes = head.EndsWith(";base64", StringComparison.Ordinal) ? Convert.FromBase64String(body) : Encoding.UTF8.GetBytes(Uri.UnescapeDataString(body));
        var name = $"pictures/{Convert.ToHexStringLower(SHA256.HashData(bytes))[..16]}.{Extension(head.Split(';')[0])}";
        _pictures[name] = bytes;
        return name;
    }

    private static string Extension(string mime) => mime switch { "image/svg+xml" => "svg", "image/jpeg" => "jpg", "image/gif" => "gif", "image/webp" => "webp", _ => "png" };

    private static string MimeOf(string name) => Path.GetExtension(name) switch
    {
        ".svg" => "image/svg+xml", ".jpg" => "image/jpeg", ".gif" => "image/gif", ".webp" => "image/webp", _ => "image/png",
    };

    // Outputs are written for browsers, which take more attributes than the format allows.
    private static void RemoveWhatXhtmlHasNot(IElement main)
    {
        foreach (var element in main.QuerySelectorAll("*"))
        {
            foreach (var attribute in element.Attributes.Where(attribute => attribute.Name is "align" or "border" or "frame" or "rules" or "valign" or "tabindex").ToList())
            {
                element.RemoveAttribute(attribute.Name);
            }
        }
    }

    private static string Page(string title, string course, string body) =>
        $"{Xml}<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" xmlns:epub=\"http://www.idpf.org/2007/ops\" lang=\"en\" xml:lang=\"en\">\n"
        + $"<head><title>{Html.Encode(title)} · {Html.Encode(course)}</title><link rel=\"stylesheet\" href=\"book.css\"/></head>\n<body>\n{body}\n</body>\n</html>\n";

    private byte[] Packed(BookPages book, DateTimeOffset modified)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Put(zip, "mimetype", "application/epub+zip"u8.ToArray(), CompressionLevel.NoCompression);
            Put(zip, "META-INF/container.xml", Xml + "<container version=\"1.0\" xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\"><rootfiles><rootfile full-path=\"book/package.opf\" media-type=\"application/oebps-package+xml\"/></rootfiles></container>\n");
            Put(zip, "book/package.opf", Package(book, modified));
            Put(zip, "book/contents.xhtml", Page("Contents", book.Map.Title, Contents(book)));
            Put(zip, "book/title.xhtml", Page(book.Map.Title, book.Map.Title, TitlePage(book.Map)));
            Put(zip, "book/book.css", SiteResources.Read("book.css"));
            _chapters.ForEach(chapter => Put(zip, $"book/{chapter.Name}.xhtml", chapter.Xhtml));
            _pictures.ToList().ForEach(picture => Put(zip, "book/" + picture.Key, picture.Value, CompressionLevel.SmallestSize));
        }

        return stream.ToArray();
    }

    private static void Put(ZipArchive zip, string path, string text) => Put(zip, path, Encoding.UTF8.GetBytes(text), CompressionLevel.SmallestSize);

    private static void Put(ZipArchive zip, string path, byte[] bytes, CompressionLevel level)
    {
        var entry = zip.CreateEntry(path, level);
        entry.LastWriteTime = EntryTime;
        using var stream = entry.Open();
        stream.Write(bytes);
    }

    private string Package(BookPages book, DateTimeOffset modified)
    {
        var text = new StringBuilder(Xml);
        text.Append("<package xmlns=\"http://www.idpf.org/2007/opf\" version=\"3.0\" unique-identifier=\"id\" xml:lang=\"en\">\n");
        text.Append("<metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\">");
        text.Append(CultureInfo.InvariantCulture, $"<dc:identifier id=\"id\">urn:sha256:{Hash()}</dc:identifier><dc:title>{Html.Encode(book.Map.Title)}</dc:title><dc:language>en</dc:language>");
        text.Append(CultureInfo.InvariantCulture, $"<meta property=\"dcterms:modified\">{modified:yyyy-MM-dd'T'HH:mm:ss'Z'}</meta></metadata>\n<manifest>\n");
        text.Append("<item id=\"contents\" href=\"contents.xhtml\" media-type=\"application/xhtml+xml\" properties=\"nav\"/>\n");
        text.Append("<item id=\"title\" href=\"title.xhtml\" media-type=\"application/xhtml+xml\" properties=\"svg\"/>\n<item id=\"style\" href=\"book.css\" media-type=\"text/css\"/>\n");
        _chapters.ForEach(chapter => text.Append(Item("chapter-" + chapter.Name, chapter.Name + ".xhtml", "application/xhtml+xml", chapter.Properties)));
        _pictures.Keys.ToList().ForEach(picture => text.Append(Item("picture-" + Path.GetFileNameWithoutExtension(picture), picture, MimeOf(picture), "")));
        text.Append("</manifest>\n<spine>\n<itemref idref=\"title\"/>\n<itemref idref=\"contents\"/>\n");
        _chapters.ForEach(chapter => text.Append(CultureInfo.InvariantCulture, $"<itemref idref=\"chapter-{chapter.Name}\"/>\n"));
        return text.Append("</spine>\n</package>\n").ToString();
    }

    private static string Item(string id, string href, string mime, string properties) =>
        $"<item id=\"{id}\" href=\"{Html.Encode(href)}\" media-type=\"{mime}\"{(properties.Length == 0 ? "" : $" properties=\"{properties}\"")}/>\n";

    private string Hash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        _chapters.ForEach(chapter => hash.AppendData(Encoding.UTF8.GetBytes(chapter.Xhtml)));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static string Contents(BookPages book)
    {
        var list = string.Concat(book.Parts.Select(part => $"<li><span>{Html.Encode(part.Part)}</span><ol>\n{string.Concat(part.Chapters.Select(Entry))}</ol></li>\n"));
        return $"<nav epub:type=\"toc\" id=\"toc\"><h1>Contents</h1>\n<ol>\n{list}</ol></nav>";
    }

    private static string Entry(BookChapter chapter) => $"<li><a href=\"{Uri.EscapeDataString(chapter.Name)}.xhtml\">{Html.Encode(chapter.Label)}</a></li>\n";

    private static string TitlePage(CourseMap map)
    {
        var picture = SiteResources.Read("hero.svg").Trim().Replace("<svg ", "<svg xmlns=\"http://www.w3.org/2000/svg\" ", StringComparison.Ordinal);
        return $"<section class=\"title-page\">\n<h1>{Html.Encode(map.Title)}</h1>\n<p class=\"subtitle\">{Html.Encode(map.Subtitle)}</p>\n{picture}\n</section>";
    }
}
