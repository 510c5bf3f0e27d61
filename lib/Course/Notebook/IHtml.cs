namespace Course;

/// <summary>A value that draws itself as HTML.</summary>
/// <remarks>Hosts find the method by its name (Verso) or through the attribute on <see cref="HtmlValue"/> (.NET Interactive, our kernel).</remarks>
public interface IHtml
{
    /// <summary>A complete HTML fragment, valid wherever a <c>div</c> is; ids in it are unique to this call.</summary>
    string ToHtml();
}
