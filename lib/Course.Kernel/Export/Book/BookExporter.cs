using Course.Kernel.Notebooks;

namespace Course.Kernel.Export.Book;

/// <summary>Turns executed notebooks into one book: a PDF to print, an EPUB for a reading device.</summary>
public static class BookExporter
{
    /// <summary>Writes a PDF: title page, contents with page numbers, a chapter for each notebook, the glossary; charts as they are drawn without scripts.</summary>
    /// <param name="executed">Notebooks with their outputs, in any order.</param>
    /// <param name="file">The PDF; an older one stays as it is if anything fails.</param>
    /// <param name="options">As for the site.</param>
    /// <exception cref="SiteExportException">No Chromium is there or it fails, two notebooks share a name, or the disk refuses.</exception>
    /// <exception cref="NotebookFormatException">The list of words beside the notebooks cannot be read.</exception>
    public static BookExport Pdf(IReadOnlyList<NotebookDocument> executed, string file, SiteOptions options) =>
        Write(executed, file, options, (pages, assets) => PdfFile.Of(pages, assets));

    /// <summary>Writes an EPUB 3: the same chapters, formulas as MathML, drawings as files.</summary>
    /// <param name="executed">Notebooks with their outputs, in any order.</param>
    /// <param name="file">The EPUB; an older one stays as it is if anything fails.</param>
    /// <param name="options">As for the site.</param>
    /// <param name="time">The clock of the date inside.</param>
    /// <exception cref="SiteExportException">Two notebooks share a name, or the disk refuses.</exception>
    /// <exception cref="NotebookFormatException">The list of words beside the notebooks cannot be read.</exception>
    /// <remarks>The same notebooks at the same time give the same bytes.</remarks>
    public static BookExport Epub(IReadOnlyList<NotebookDocument> executed, string file, SiteOptions options, TimeProvider time) =>
        Write(executed, file, options, (pages, _) => EpubFile.Of(pages, time.GetUtcNow()));

    private static BookExport Write(
        IReadOnlyList<NotebookDocument> executed, string file, SiteOptions options, Func<BookPages, SiteAssets, byte[]> make)
    {
        ArgumentNullException.ThrowIfNull(executed);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentException.ThrowIfNullOrEmpty(file);
        try
        {
            var assets = SiteAssets.In(options.WebAssets);
            var pages = BookPages.Of(executed, assets.Paths, options);
            var bytes = make(pages, assets);
            AtomicFile.Write(file, stream => stream.Write(bytes));
            return new BookExport(Path.GetFullPath(file), pages.Chapters.Count, bytes.Length, pages.LeftOut);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SiteExportException($"the book cannot be written to {Path.GetFullPath(file)}: {e.Message}", e);
        }
    }
}
