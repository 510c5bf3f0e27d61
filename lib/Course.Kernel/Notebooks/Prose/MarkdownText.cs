using System.Globalization;
using System.Text;
using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Extensions.SmartyPants;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Course.Kernel.Notebooks.Prose;

/// <summary>The Markdown of the course: one parser for whoever checks a text and whoever shows it.</summary>
internal static class MarkdownText
{
    /// <summary>GitHub's Markdown with formulas, as notebook hosts know it, and a printer's quotes and dashes.</summary>
    internal static MarkdownPipeline Pipeline { get; } = CreatePipeline();

    /// <summary>The text as a tree. One that is nested beyond reading is a tree of one block of code: its source.</summary>
    internal static MarkdownDocument Parse(string text)
    {
        try
        {
            return Markdown.Parse(text, Pipeline);
        }
        catch (ArgumentException)
        {
            return Source(text);
        }
    }

    /// <summary>A heading's anchor as GitHub and the site spell it (lower case, hyphens) and as Jupyter does (case and punctuation kept).</summary>
    internal static IEnumerable<string> Anchors(HeadingBlock heading)
    {
        var text = PlainText(heading.Inline);
        yield return string.Concat(text.ToLowerInvariant().Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_')).Replace(' ', '-');
        yield return text.Replace(' ', '-');
    }

    /// <summary>What is read, without marks; formulas as TeX.</summary>
    internal static string PlainText(ContainerInline? inline)
    {
        var text = new StringBuilder();
        foreach (var part in inline?.Descendants() ?? [])
        {
            text.Append(part switch
            {
                LiteralInline literal => literal.Content.ToString(),
                CodeInline code => code.Content,
                FormulaInline formula => formula.Tex + formula.Trail,
                SmartyPant mark => Typed(mark),
                HtmlEntityInline entity => entity.Transcoded.ToString(),
                LineBreakInline => " ",
                _ => "",
            });
        }

        return text.ToString();
    }

    /// <summary>The words alone: what is code or a formula is a gap between them.</summary>
    internal static string Sentence(ContainerInline inline) =>
        string.Concat(inline.Descendants().Select(part => part switch
        {
            LiteralInline literal => literal.Content.ToString(),
            CodeInline or FormulaInline => " | ",
            LineBreakInline => " ",
            SmartyPant mark => Typed(mark),
            _ => "",
        }));

    private static string Typed(SmartyPant mark) => mark.Type switch
    {
        SmartyPantType.Dash2 => "--",
        SmartyPantType.Dash3 => "---",
        SmartyPantType.Ellipsis => "...",
        _ => mark.OpeningCharacter.ToString(CultureInfo.InvariantCulture),
    };

    private static MarkdownPipeline CreatePipeline()
    {
        var builder = new MarkdownPipelineBuilder()
            .UsePipeTables().UseEmphasisExtras(EmphasisExtraOptions.Strikethrough).UseSmartyPants().UseAutoLinks().UseTaskLists().UseFootnotes();
        builder.Extensions.Add(new FormulaExtension());
        return builder.Build();
    }

    private static MarkdownDocument Source(string text)
    {
        var code = new FencedCodeBlock(new FencedCodeBlockParser()) { Lines = new StringLineGroup(text) };
        return [code];
    }
}
