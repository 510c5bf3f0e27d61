using System.Text;
using Course.Kernel.Formatting;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Course.Kernel.Notebooks.Checking;

/// <summary>Markdown as a tree, and the names by which its headings can be linked to.</summary>
internal static class MarkdownText
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseMathematics().Build();

    internal static MarkdownDocument Parse(string text) => Markdown.Parse(text, Pipeline);

    /// <summary>A heading's anchor as GitHub and the site spell it (lower case, hyphens) and as Jupyter does (case and punctuation kept).</summary>
    internal static IEnumerable<string> Anchors(HeadingBlock heading)
    {
        var text = PlainText(heading.Inline);
        yield return string.Concat(text.ToLowerInvariant().Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_')).Replace(' ', '-');
        yield return text.Replace(' ', '-');
    }

    private static string PlainText(ContainerInline? inline)
    {
        var text = new StringBuilder();
        foreach (var part in inline?.Descendants() ?? [])
        {
            text.Append(part switch
            {
                LiteralInline literal => literal.Content.ToString(),
                CodeInline code => code.Content,
                _ => "",
            });
        }

        return text.ToString();
    }
}
