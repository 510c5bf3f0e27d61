using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Course.Kernel.Notebooks;
using Course.Kernel.Notebooks.Prose;
using Markdig;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Helpers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Course.Kernel.Export;

/// <summary>The markdown cells of one notebook as HTML; keeps the headings for the table of contents.</summary>
/// <param name="links">Where its links lead.</param>
/// <param name="prose">Links that its cells do not write out; null: none.</param>
/// <param name="typesetter">Sets its formulas; null: they stay TeX.</param>
internal sealed partial class MarkdownRenderer(LinkResolver links, ProseLinks? prose = null, Typesetter? typesetter = null)
{
    private readonly List<Heading> _headings = [];
    private readonly List<SearchIndex.Section> _sections = [];
    private readonly Footnotes _footnotes = new();
    private readonly Dictionary<string, int> _anchors = new(StringComparer.Ordinal);

    /// <summary>Headings so far, in order.</summary>
    public IReadOnlyList<Heading> Headings => _headings;

    /// <summary>What the search finds on the page.</summary>
    public IReadOnlyList<SearchIndex.Section> Sections => _sections;

    /// <summary>Whether a formula was met.</summary>
    public bool HasMath { get; private set; }

    /// <summary>Whether a mermaid diagram was met.</summary>
    public bool HasMermaid { get; private set; }

    /// <summary>A markdown cell as HTML.</summary>
    public string Render(NotebookCell cell)
    {
        var document = Parse(cell.Source, cell.Attachments);
        prose?.Apply(document);
        var html = Render(document, cell.Attachments);
        foreach (var block in document.Descendants<LeafBlock>())
        {
            Index(block);
        }

        return html;
    }

    // After rendering, when headings have their anchors.
    private void Index(LeafBlock block)
    {
        if (block is HeadingBlock heading)
        {
            _sections.Add(new SearchIndex.Section(MarkdownText.PlainText(heading.Inline), heading.GetAttributes().Id!));
        }
        else if (_sections.Count > 0)
        {
            _sections[^1].Append(block);
        }
    }

    /// <summary>Markdown text of an output as HTML.</summary>
    public string Render(string markdown, JsonObject? attachments = null) => Render(Parse(markdown, attachments), attachments);

    private MarkdownDocument Parse(string markdown, JsonObject? attachments)
    {
        var document = MarkdownText.Parse(markdown);
        foreach (var link in document.Descendants<LinkInline>().ToList())
        {
            Resolve(link, attachments);
        }

        foreach (var literal in document.Descendants<LiteralInline>())
        {
            // SmartyPants turns quotes that come in pairs; an apostrophe stands alone. A number keeps its unit on its line.
            var text = ApostrophePattern().Replace(literal.Content.ToString(), "\u2019");
            literal.Content = new StringSlice(UnitPattern().Replace(text, "\u00A0"));
        }

        return document;
    }

    private string Render(MarkdownDocument document, JsonObject? attachments)
    {
        foreach (var formula in document.Descendants<FormulaInline>())
        {
            TakePunctuation(formula);
        }

        foreach (var table in document.Descendants<Table>().Where(table => table is [TableRow { IsHeader: true } head, ..] && !HasWords(head)).ToList())
        {
            table.RemoveAt(0); // no words, no head: a reader by ear would hear empty ones
        }

        foreach (var code in document.Descendants<TableCell>().SelectMany(cell => cell.Descendants<CodeInline>()))
        {
            code.Content = code.Content.Replace("\\|", "|", StringComparison.Ordinal); // the stroke that would have ended the cell
        }

        foreach (var paragraph in document.Descendants<ParagraphBlock>().Where(AsksToPredict))
        {
            paragraph.GetAttributes().AddClass("predict");
        }

        _footnotes.Apply(document);
        using var html = new StringWriter(CultureInfo.InvariantCulture);
        var renderer = CreateRenderer(html, attachments);
        foreach (var heading in document.Descendants<HeadingBlock>())
        {
            AddHeading(heading);
        }

        renderer.Render(document);
        return html.ToString();
    }

    private HtmlRenderer CreateRenderer(TextWriter text, JsonObject? attachments)
    {
        var renderer = new HtmlRenderer(text);
        MarkdownText.Pipeline.Setup(renderer);
        renderer.ObjectRenderers.ReplaceOrAdd<CodeBlockRenderer>(new Code(this));
        renderer.ObjectRenderers.ReplaceOrAdd<HtmlBlockRenderer>(new RawBlock(this, attachments));
        renderer.ObjectRenderers.ReplaceOrAdd<Markdig.Renderers.Html.Inlines.HtmlInlineRenderer>(new RawInline(this, attachments));
        renderer.ObjectRenderers.ReplaceOrAdd<HtmlFootnoteGroupRenderer>(_footnotes);
        renderer.ObjectRenderers.Add(new DisplayedFormula(this));
        renderer.ObjectRenderers.Add(new Formula(this));
        return renderer;
    }

    private string Clean(string html, JsonObject? attachments) =>
        RawHtml.Clean(html, links.Link, url => Attachment.Address(url, attachments) ?? links.Image(url), Set);

    private string Set(string tex, bool isDisplay)
    {
        HasMath = true;
        return FormulaHtml.Of(tex, isDisplay, typesetter);
    }

    private static bool HasWords(TableRow row) => row.Descendants<LeafInline>().Any(inline => inline is not LiteralInline { Content.IsEmpty: true });

    // A browser may break a line between a typeset formula and the comma after it.
    private static void TakePunctuation(FormulaInline formula)
    {
        if (!formula.IsDisplay && formula.NextSibling is LiteralInline next)
        {
            formula.Trail = string.Concat(next.Content.ToString().TakeWhile(c => ",.;:!?)".Contains(c, StringComparison.Ordinal)));
            next.Content.Start += formula.Trail.Length;
        }
    }

    private void Resolve(LinkInline link, JsonObject? attachments)
    {
        var url = link.Url ?? "";
        var resolved = link.IsImage ? Attachment.Address(url, attachments) ?? links.Image(url) : links.Link(url);
        if (resolved is not null)
        {
            link.Url = resolved;
            if (resolved.StartsWith("http", StringComparison.Ordinal))
            {
                link.GetAttributes().AddPropertyIfNotExist("rel", "noopener noreferrer");
            }
        }
        else if (link.IsImage)
        {
            // A picture that the page must not fetch, or that is missing: its text and, if it is on the web, the way to it.
            var away = links.Link(url);
            link.IsImage = false;
            Unlink(link, away);
        }
        else
        {
            Unlink(link, null);
        }
    }

    /// <summary>A paragraph that opens with "Predict" or "Before you" in bold: the course asks for a guess before the result.</summary>
    private static bool AsksToPredict(ParagraphBlock paragraph) =>
        paragraph.Inline?.FirstChild is EmphasisInline { DelimiterCount: 2, FirstChild: LiteralInline literal }
        && literal.Content.ToString() is var opening
        && (opening.StartsWith("Predict", StringComparison.Ordinal) || opening.StartsWith("Before you", StringComparison.Ordinal));

    private static void Unlink(LinkInline link, string? url)
    {
        if (url is not null)
        {
            link.Url = url;
            return;
        }

        link.ReplaceBy(new ContainerInline(), copyChildren: true);
    }

    private void AddHeading(HeadingBlock block)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        var plain = new HtmlRenderer(writer) { EnableHtmlForInline = false };
        MarkdownText.Pipeline.Setup(plain);
        plain.ObjectRenderers.Add(new Formula(this));
        plain.WriteLeafInline(block);
        var slug = Slug.Of(MarkdownText.PlainText(block.Inline));
        slug = slug.Length == 0 ? "section" : slug;
        var seen = _anchors[slug] = _anchors.GetValueOrDefault(slug) + 1;
        var anchor = seen == 1 ? slug : string.Create(CultureInfo.InvariantCulture, $"{slug}-{seen}");
        block.GetAttributes().Id = anchor;
        _headings.Add(new Heading(block.Level, anchor, writer.ToString()));
        if (block.Level > 1)
        {
            var link = new LinkInline("#" + anchor, "");
            link.GetAttributes().AddClass("anchor");
            link.GetAttributes().AddProperty("aria-label", "Link to this section");
            block.Inline!.AppendChild(link);
        }
    }

    [GeneratedRegex(@"(?<=\w)'(?=\w)")]
    private static partial Regex ApostrophePattern();

    [GeneratedRegex(@"(?<=\d) (?=(?:%|(?:g|kg|mm|cm|px|ms|s|min|KB|MB|GB|TB|GFLOP/s)\b))")]
    private static partial Regex UnitPattern();

    /// <summary>A heading of the page.</summary>
    /// <param name="Level">1 to 6.</param>
    /// <param name="Anchor">Its id, unique on the page.</param>
    /// <param name="Html">Its text, formulas included, without links or emphasis.</param>
    internal sealed record Heading(int Level, string Anchor, string Html);

    private sealed class Code(MarkdownRenderer owner) : HtmlObjectRenderer<CodeBlock>
    {
        protected override void Write(HtmlRenderer renderer, CodeBlock block)
        {
            var code = block.Lines.ToString();
            var language = (block as FencedCodeBlock)?.Info?.ToLowerInvariant();
            if (language == "mermaid")
            {
                owner.HasMermaid = true;
            }

            renderer.EnsureLine();
            renderer.WriteLine(CodeBlockHtml.Of(code, language));
        }
    }

    private sealed class RawBlock(MarkdownRenderer owner, JsonObject? attachments) : HtmlObjectRenderer<HtmlBlock>
    {
        protected override void Write(HtmlRenderer renderer, HtmlBlock block) =>
            renderer.WriteLine(owner.Clean(block.Lines.ToString(), attachments));
    }

    private sealed class RawInline(MarkdownRenderer owner, JsonObject? attachments) : HtmlObjectRenderer<HtmlInline>
    {
        protected override void Write(HtmlRenderer renderer, HtmlInline inline) =>
            renderer.Write(owner.Clean(inline.Tag, attachments));
    }

    private sealed class DisplayedFormula(MarkdownRenderer owner) : HtmlObjectRenderer<FormulaBlock>
    {
        protected override void Write(HtmlRenderer renderer, FormulaBlock block) =>
            renderer.WriteLine($"<p>{owner.Set(block.Tex, isDisplay: true)}</p>");
    }

    private sealed class Formula(MarkdownRenderer owner) : HtmlObjectRenderer<FormulaInline>
    {
        protected override void Write(HtmlRenderer renderer, FormulaInline formula)
        {
            var html = owner.Set(formula.Tex, formula.IsDisplay);
            renderer.Write(FormulaHtml.Glue(html, formula));
        }
    }
}
