using System.Globalization;
using Course.Kernel.Notebooks.Prose;
using Markdig.Extensions.Footnotes;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Course.Kernel.Export;

/// <summary>Footnotes: numbered through the page, read at their place on hover and focus, and written out below their cell.</summary>
internal sealed class Footnotes : HtmlObjectRenderer<FootnoteGroup>
{
    private int _before;

    /// <summary>Makes the links of one cell's footnotes, each with the note's words.</summary>
    public void Apply(MarkdownDocument document)
    {
        var notes = document.Descendants<Footnote>().Where(note => note.Order > 0).ToList();
        foreach (var note in notes)
        {
            note.Order += _before;
            var words = string.Join(' ', note.Descendants<ParagraphBlock>().Select(paragraph => MarkdownText.PlainText(paragraph.Inline)));
            foreach (var (i, link) in note.Links.Where(link => !link.IsBackLink).Index())
            {
                link.ReplaceBy(Reference(note, words.Trim(), isFirst: i == 0));
            }

            note.Descendants<FootnoteLink>().Where(link => link.IsBackLink).ToList().ForEach(link => link.ReplaceBy(Back(note)));
        }

        _before += notes.Count;
    }

    protected override void Write(HtmlRenderer renderer, FootnoteGroup group)
    {
        var notes = group.OfType<Footnote>().Where(note => note.Order > 0).OrderBy(note => note.Order).ToList();
        if (notes.Count == 0)
        {
            return; // a note that nothing refers to
        }

        renderer.EnsureLine();
        renderer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"<ol class=\"notes\" start=\"{notes[0].Order}\">"));
        foreach (var note in notes)
        {
            renderer.Write($"<li id=\"note-{Number(note)}\">");
            renderer.WriteChildren(note);
            renderer.WriteLine("</li>");
        }

        renderer.WriteLine("</ol>");
    }

    private static LinkInline Reference(Footnote note, string words, bool isFirst)
    {
        var link = new LinkInline("#note-" + Number(note), "");
        link.AppendChild(new LiteralInline(Number(note)));
        var attributes = link.GetAttributes();
        attributes.AddClass("term");
        attributes.AddClass("note");
        attributes.AddProperty("data-meaning", words);
        attributes.AddProperty("aria-label", "Note " + Number(note));
        attributes.Id = isFirst ? "note-" + Number(note) + "-text" : null;
        return link;
    }

    private static LinkInline Back(Footnote note)
    {
        var link = new LinkInline($"#note-{Number(note)}-text", "");
        link.AppendChild(new LiteralInline("\u21A9\uFE0E"));
        link.GetAttributes().AddProperty("aria-label", "Back to the text");
        return link;
    }

    private static string Number(Footnote note) => note.Order.ToString(CultureInfo.InvariantCulture);
}
