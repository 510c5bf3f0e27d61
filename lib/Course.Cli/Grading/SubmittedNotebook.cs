using Course.Kernel.Notebooks;

namespace Course.Cli.Grading;

/// <summary>A file that was handed in.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Shown">What a teacher calls it: from the learner's folder.</param>
/// <param name="Document">What it holds; null if it is no notebook.</param>
/// <param name="Fault">Why it is none.</param>
internal sealed record SubmittedNotebook(string Path, string Shown, NotebookDocument? Document, string? Fault);
