using System.Globalization;
using System.Text.RegularExpressions;
using Course.Kernel.Notebooks;
using Course.Kernel.Notebooks.Prose;
using Markdig.Helpers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Course.Kernel.Export;

/// <summary>The links that prose does not write out: to the notebooks and exercises that it names, and from each word's first use to the glossary.</summary>
internal sealed partial class ProseLinks
{
    private readonly SiteContext _site;
    private readonly PageInfo _page;
    private readonly int _figures;
    private readonly HashSet<string> _linked = new(StringComparer.Ordinal);
    private readonly HashSet<string> _emphasised = new(StringComparer.Ordinal);
    private bool _inReferences;

    /// <summary>Links for one page, whose cells are then rendered in their order.</summary>
    public ProseLinks(SiteContext site, PageInfo page, NotebookDocument notebook)
    {
        (_site, _page) = (site, page);
        _figures = notebook.Cells.SelectMany(cell => cell.Outputs).Sum(FigureHtml.CountIn);
        var texts = notebook.Cells.Where(cell => cell.Kind == CellKind.Markdown)
            .SelectMany(cell => MarkdownText.Parse(cell.Source).Descendants<LiteralInline>()).Where(literal => IsEmphasised(literal) && MayHoldLinks(literal));
        _emphasised.UnionWith(texts.SelectMany(literal => site.Words.UsesIn(literal.Content.ToString())).Select(use => use.Word.Term));
    }

    /// <summary>Terms that this page explains and where its reader finds them.</summary>
    public HashSet<string> Explained { get; } = new(StringComparer.Ordinal);

    /// <summary>The anchor of a term, in the glossary and, with its prefix, where it is explained.</summary>
    public static string AnchorOf(Word word) => "term-" + Slug.Of(word.Term.Replace('/', '-'));

    /// <summary>Puts the links into the tree of one cell.</summary>
    public void Apply(MarkdownDocument document)
    {
        foreach (var block in document.Descendants<LeafBlock>().Where(block => block.Inline is not null).ToList())
        {
            if (block is HeadingBlock heading)
            {
                _inReferences = MarkdownText.PlainText(heading.Inline) == "References";
            }

            if (!_inReferences)
            {
                block.Inline!.Descendants<LiteralInline>().Where(MayHoldLinks).ToList().ForEach(Apply);
            }
        }
    }

    // After one another, never before: Markdig's InsertBefore leaves the way back cut, and Descendants goes that way.
    private void Apply(LiteralInline literal)
    {
        var text = literal.Content.ToString();
        var at = 0;
        Inline last = literal;
        foreach (var (index, length, link) in LinksIn(text, IsEmphasised(literal)).OrderBy(link => link.Index))
        {
            if (index < at)
            {
                continue; // inside a longer one
            }

            Append(text[at..index]);
            link.AppendChild(new LiteralInline(text.Substring(index, length)));
            last.InsertAfter(link);
            (last, at) = (link, index + length);
        }

        if (last != literal)
        {
            Append(text[at..]);
            literal.Remove();
        }

        void Append(string words)
        {
            if (words.Length > 0)
            {
                var next = new LiteralInline(words);
                last.InsertAfter(next);
                last = next;
            }
        }
    }

    private IEnumerable<(int Index, int Length, LinkInline Link)> LinksIn(string text, bool emphasised)
    {
        foreach (var reference in CrossReference.In(text))
        {
            if (UrlOf(reference) is { } url)
            {
                yield return (reference.Index, reference.Length, new LinkInline(url, ""));
            }
        }

        foreach (Match figure in FigurePattern().Matches(text))
        {
            if (int.Parse(figure.Groups[1].Value, CultureInfo.InvariantCulture) <= _figures)
            {
                yield return (figure.Index, figure.Length, new LinkInline("#figure-" + figure.Groups[1].Value, ""));
            }
        }

        foreach (var (index, length, word) in _site.Words.UsesIn(text).Where(use => IsFirstUse(use.Word, emphasised)))
        {
            yield return (index, length, TermLink(word));
        }
    }

    private string? UrlOf(CrossReference reference)
    {
        var page = _site.Pages.FirstOrDefault(page => page.Id == reference.Id[..2]);
        return page is null || (page == _page && !reference.IsExercise) ? null
            : !reference.IsExercise ? page.Url
            : page.Exercises.Contains(reference.Id) ? $"{page.Url}#cell-exercise-{reference.Id}" : null;
    }

    private bool IsFirstUse(Word word, bool emphasised)
    {
        var isHome = word.Notebook == _page.Id;
        var mayBeAnything = word.Common && string.CompareOrdinal(_page.Id ?? "", word.Notebook) < 0;
        var isDefinitionToCome = isHome && !emphasised && _emphasised.Contains(word.Term);
        return !mayBeAnything && !isDefinitionToCome && _linked.Add(word.Term);
    }

    private LinkInline TermLink(Word word)
    {
        var link = new LinkInline($"{GlossaryPage.File}#{AnchorOf(word)}", "");
        var attributes = link.GetAttributes();
        attributes.AddClass("term");
        attributes.AddProperty("data-meaning", word.Meaning);
        if (word.Notebook == _page.Id && Explained.Add(word.Term))
        {
            attributes.Id = AnchorOf(word);
        }

        return link;
    }

    private static bool IsEmphasised(LiteralInline literal) => Ancestors(literal).Any(inline => inline is EmphasisInline);

    private static bool MayHoldLinks(LiteralInline literal) =>
        !Ancestors(literal).Any(inline => inline is LinkInline) && Ancestors(literal).OfType<ContainerInline>().LastOrDefault()?.ParentBlock is not HeadingBlock;

    private static IEnumerable<Inline> Ancestors(Inline inline)
    {
        for (var parent = inline.Parent; parent is not null; parent = parent.Parent)
        {
            yield return parent;
        }
    }

    // Of this page: a figure of another one stands beside that page's name.
    [GeneratedRegex(@"\bFigure ([1-9]\d?)\b(?! of )")]
    private static partial Regex FigurePattern();
}
