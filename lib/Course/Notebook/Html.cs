namespace Course;

/// <summary>Ready-made HTML with its text alternative.</summary>
/// <param name="html">A fragment, used as it is.</param>
/// <param name="text">What it says, for readers without HTML.</param>
public sealed class Html(string html, string text) : HtmlValue
{
    /// <inheritdoc/>
    public override string ToHtml() => html;

    /// <inheritdoc/>
    public override string ToString() => text;
}
