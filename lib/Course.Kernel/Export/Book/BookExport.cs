namespace Course.Kernel.Export.Book;

/// <summary>What was written as a book.</summary>
/// <param name="File">The PDF or EPUB.</param>
/// <param name="Chapters">Notebooks and, where there are words, the glossary.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="LeftOut">Notebooks that could not become chapters, each with its reason.</param>
public sealed record BookExport(string File, int Chapters, long Bytes, IReadOnlyList<string> LeftOut);
