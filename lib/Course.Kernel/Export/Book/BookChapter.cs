using AngleSharp.Dom;

namespace Course.Kernel.Export.Book;

/// <summary>A page of the site as a chapter.</summary>
/// <param name="Name">Of its page without the extension, the same in links.</param>
/// <param name="Number">Two digits; null for what is no notebook of the course.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Part">Title of its part of the course.</param>
/// <param name="Main">Its content.</param>
internal sealed record BookChapter(string Name, string? Number, string Title, string Part, IElement Main)
{
    /// <summary>The title with its number, for lists.</summary>
    public string Label => Number is null ? Title : $"{Number} · {Title}";
}
