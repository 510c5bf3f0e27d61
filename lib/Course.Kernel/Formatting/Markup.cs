using System.Net;
using Markdig;

namespace Course.Kernel.Formatting;

/// <summary>Shows the text of a cell that is not C#.</summary>
internal static class Markup
{
    private static readonly Lazy<MarkdownPipeline> Pipeline = new(() => new MarkdownPipelineBuilder().UseAdvancedExtensions().Build());

    public static MimeBundle Html(string text) => Shown(text, text);

    public static MimeBundle Markdown(string text) => Shown(Markdig.Markdown.ToHtml(text, Pipeline.Value), text);

    /// <summary>The exported site draws it; elsewhere the source is readable as it is. No script is fetched from outside.</summary>
    public static MimeBundle Mermaid(string text) => Shown($"<pre class=\"mermaid\">{WebUtility.HtmlEncode(text)}</pre>", text);

    public static MimeBundle JavaScript(string text) => Shown($"<script>{text}</script>", text);

    private static MimeBundle Shown(string html, string text) =>
        new(new Dictionary<string, string> { ["text/html"] = html, ["text/plain"] = text });
}
