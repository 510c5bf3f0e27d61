using System.Net;
using Markdig;

namespace Course.Kernel.Formatting;

/// <summary>Shows the text of a cell that is not C#.</summary>
internal static class Markup
{
    private static readonly Lazy<MarkdownPipeline> Pipeline = new(() => new MarkdownPipelineBuilder().UseAdvancedExtensions().Build());

    public static MimeBundle Render(string language, string text) => language switch
    {
        "#!html" => Html(text, text),
        "#!markdown" => Html(Markdown.ToHtml(text, Pipeline.Value), text),
        // The exported site draws it; elsewhere the source is readable as it is. No script is fetched from outside.
        "#!mermaid" => Html($"<pre class=\"mermaid\">{WebUtility.HtmlEncode(text)}</pre>", text),
        _ => Html($"<script>{text}</script>", text),
    };

    private static MimeBundle Html(string html, string text) =>
        new(new Dictionary<string, string> { ["text/html"] = html, ["text/plain"] = text });
}
