using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Course.Kernel.Notebooks;
using Markdig;
using Markdig.Helpers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Course.Kernel.Export;

/// <summary>The markdown cells of one notebook as HTML; keeps the headings for the table of contents.</summary>
internal sealed partial class MarkdownRenderer(LinkResolver links)
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables().UseEmphasisExtras().UseSmartyPants().UseAutoLinks().UseTaskLists().UseFootnotes().Build();

    private readonly MathText _math = new();
    private readonly List<Heading> _headings = [];
    private readonly Dictionary<string, int> _anchors = new(StringComparer.Ordinal);

    /// <summary>Headings so far, in order.</summary>
    public IReadOnlyList<Heading> Headings => _headings;

    /// <summary>Whether a formula was met.</summary>
    public bool HasMath => _math.Any;

    /// <summary>Whether a mermaid diagram was met.</summary>
    public bool HasMermaid { get; private set; }

    /// <summary>A markdown cell as HTML.</summary>
    public string Render(NotebookCell cell) => Render(cell.Source, cell.Attachments);

    /// <summary>Markdown text as HTML.</summary>
    public string Render(string markdown, JsonObject? attachments = null)
    {
        var document = Markdown.Parse(_math.Protect(markdown), Pipeline);
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

        foreach (var paragraph in document.Descendants<ParagraphBlock>().Where(AsksToPredict))
        {
            paragraph.GetAttributes().AddClass("predict");
        }

        using var html = new StringWriter(CultureInfo.InvariantCulture);
        var renderer = CreateRenderer(html);
        foreach (var heading in document.Descendants<HeadingBlock>())
        {
            AddHeading(heading);
        }

        renderer.Render(document);
        return _math.Restore(html.ToString());
    }

    private HtmlRenderer CreateRenderer(TextWriter text)
    {
        var renderer = new HtmlRenderer(text);
        Pipeline.Setup(renderer);
        renderer.ObjectRenderers.ReplaceOrAdd<CodeBlockRenderer>(new Code(this));
        renderer.ObjectRenderers.ReplaceOrAdd<HtmlBlockRenderer>(new RawBlock(links));
        renderer.ObjectRenderers.ReplaceOrAdd<Markdig.Renderers.Html.Inlines.HtmlInlineRenderer>(new RawInline(links));
        return renderer;
    }

    private void Resolve(LinkInline link, JsonObject? attachments)
    {
        var url = link.Url ?? "";
        var resolved = link.IsImage ? Attachment(url, attachments) ?? links.Image(url) : links.Link(url);
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

    private static string? Attachment(string url, JsonObject? attachments)
    {
        if (!url.StartsWith("attachment:", StringComparison.Ordinal) || attachments?[url["attachment:".Length..]] is not JsonObject bundle)
        {
            return null;
        }

        var (mime, data) = bundle.FirstOrDefault(pair => pair.Key.StartsWith("image/", StringComparison.Ordinal));
        return data is JsonValue value && value.TryGetValue<string>(out var base64) ? $"data:{mime};base64,{base64.ReplaceLineEndings("")}" : null;
    }

    private void AddHeading(HeadingBlock block)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        var plain = new HtmlRenderer(writer) { EnableHtmlForInline = false };
        Pipeline.Setup(plain);
        plain.WriteLeafInline(block);
        var marked = writer.ToString();
        var slug = Slug.Of(System.Net.WebUtility.HtmlDecode(marked));
        slug = slug.Length == 0 ? "section" : slug;
        var seen = _anchors[slug] = _anchors.GetValueOrDefault(slug) + 1;
        var anchor = seen == 1 ? slug : string.Create(CultureInfo.InvariantCulture, $"{slug}-{seen}");
        block.GetAttributes().Id = anchor;
        _headings.Add(new Heading(block.Level, anchor, _math.Restore(marked)));
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

    private sealed class RawBlock(LinkResolver links) : HtmlObjectRenderer<HtmlBlock>
    {
        protected override void Write(HtmlRenderer renderer, HtmlBlock block) =>
            renderer.WriteLine(RawHtml.Clean(block.Lines.ToString(), links.Link, links.Image));
    }

    private sealed class RawInline(LinkResolver links) : HtmlObjectRenderer<HtmlInline>
    {
        protected override void Write(HtmlRenderer renderer, HtmlInline inline) =>
            renderer.Write(RawHtml.Clean(inline.Tag, links.Link, links.Image));
    }
}
