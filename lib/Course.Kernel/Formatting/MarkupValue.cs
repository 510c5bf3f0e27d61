namespace Course.Kernel.Formatting;

/// <summary>Text that is already in the form in which it is shown, such as an HTML fragment.</summary>
/// <param name="mimeType">What the text is.</param>
/// <param name="content">The text.</param>
/// <param name="text">The text alternative; null: the content itself.</param>
public sealed class MarkupValue(string mimeType, string content, string? text = null)
{
    /// <summary>What the text is, such as <c>text/html</c>.</summary>
    public string MimeType { get; } = mimeType;

    /// <summary>The text.</summary>
    public string Content { get; } = content;

    /// <summary>The text alternative.</summary>
    /// <returns>Plain text.</returns>
    public override string ToString() => text ?? Content;

    internal static MarkupValue Script(string script) => new("text/html", $"<script>{script}</script>", script);
}
