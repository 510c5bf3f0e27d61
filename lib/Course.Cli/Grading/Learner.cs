namespace Course.Cli.Grading;

/// <summary>Someone who handed in.</summary>
/// <param name="Name">Of the sub-folder, or of the file without its extension.</param>
/// <param name="Folder">The sub-folder, whose other files go along into the run; null for a single file.</param>
/// <param name="Notebooks">What was handed in, in the order of names.</param>
internal sealed record Learner(string Name, string? Folder, IReadOnlyList<SubmittedNotebook> Notebooks);
