using AngleSharp.Html.Parser;
using Course.Kernel.Notebooks.Prose;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Course.Kernel.Notebooks.Checking;

/// <summary>Relative links and images lead to files that are there, and anchors to headings. Nothing is asked of the network.</summary>
internal static class LinkRules
{
    private const string Rule = "links";

    internal static IEnumerable<NotebookFinding> Check(NotebookDocument notebook) =>
        from entry in notebook.CellsOf(CellKind.Markdown)
        from link in MarkdownText.Parse(entry.Cell.Source).Descendants<LinkInline>()
        let problem = ProblemOf(notebook, entry.Cell, link.Url ?? "")
        where problem is not null
        select notebook.Finding(entry.Index, Rule, $"{link.Url} {problem}", "correct the link or remove it");

    private static string? ProblemOf(NotebookDocument notebook, NotebookCell cell, string url)
    {
        if (AttachmentName.IsMeantBy(url))
        {
            return AttachmentName.In(url, cell.Attachments) is not null ? null : "is not attached to the cell";
        }

        if (Uri.TryCreate(url, UriKind.Absolute, out var absolute) && !url.StartsWith('/'))
        {
            return absolute.Scheme is "https" or "mailto" ? null : $"has the scheme {absolute.Scheme}, and https is wanted";
        }

        var parts = url.Split('#', 2);
        var file = Path.Combine(Path.GetDirectoryName(notebook.Path)!, Uri.UnescapeDataString(parts[0]));
        if (parts[0].Length > 0 && !File.Exists(file) && !Directory.Exists(file))
        {
            return "leads to nothing";
        }

        return parts.Length == 1 ? null : ProblemOfAnchor(parts[0].Length == 0 ? notebook.Path : file, Uri.UnescapeDataString(parts[1]), notebook);
    }

    private static string? ProblemOfAnchor(string file, string anchor, NotebookDocument notebook)
    {
        var texts = file == notebook.Path ? MarkdownIn(notebook)
            : file.EndsWith(".ipynb", StringComparison.Ordinal) ? MarkdownIn(NotebookDocument.Load(file))
            : file.EndsWith(".md", StringComparison.Ordinal) ? [File.ReadAllText(file)]
            : null;
        return texts is null || texts.SelectMany(AnchorsIn).Contains(anchor) ? null : "names a heading that is not there";
    }

    private static IEnumerable<string> MarkdownIn(NotebookDocument notebook) =>
        notebook.CellsOf(CellKind.Markdown).Select(entry => entry.Cell.Source);

    private static IEnumerable<string> AnchorsIn(string text)
    {
        var document = MarkdownText.Parse(text);
        var tags = document.Descendants<HtmlInline>().Select(tag => tag.Tag).Concat(document.Descendants<HtmlBlock>().Select(block => block.Lines.ToString()));
        return document.Descendants<HeadingBlock>().SelectMany(MarkdownText.Anchors).Concat(tags.SelectMany(IdsIn));
    }

    private static IEnumerable<string> IdsIn(string html) =>
        new HtmlParser().ParseDocument(html).QuerySelectorAll("[id], a[name]").Select(element => element.GetAttribute("id") ?? element.GetAttribute("name")!);
}
