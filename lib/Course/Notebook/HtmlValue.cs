namespace Course;

/// <summary>Base of everything that a notebook shows as a picture, a card or a table.</summary>
/// <remarks><c>ToString()</c> is the text alternative: what a terminal, a screen reader or a diff gets.</remarks>
[TypeFormatterSource(typeof(HtmlFormatters), PreferredMimeTypes = ["text/html", "text/plain"])]
public abstract class HtmlValue : IHtml
{
    /// <inheritdoc/>
    public abstract string ToHtml();

    /// <summary>The text alternative.</summary>
    public override string ToString() => GetType().Name;
}
