namespace Course.Kernel.Export;

/// <summary>A block of code, highlighted when it is C#.</summary>
internal static class CodeBlockHtml
{
    /// <summary>The code as a <c>pre</c>; a mermaid diagram as the text that the page's script draws.</summary>
    /// <param name="code">The source; trailing newlines do not count.</param>
    /// <param name="language">The word after the fence, lower case; null if there was none.</param>
    public static string Of(string code, string? language) => language switch
    {
        "mermaid" => Mermaid(code),
        "csharp" or "cs" or "c#" => $"<pre class=\"code\"><code class=\"csharp\">{CSharpHighlighter.ToHtml(code.TrimEnd())}</code></pre>",
        _ => $"<pre class=\"code\"><code>{Html.Encode(code.TrimEnd())}</code></pre>",
    };

    /// <summary>A diagram's source, shown as it is where scripts are off.</summary>
    public static string Mermaid(string source) => $"<pre class=\"mermaid\">{Html.Encode(source.Trim())}</pre>";
}
