namespace Course.Kernel.Script;

/// <summary>An assembly that a cell asked for.</summary>
/// <param name="Path">Full path of the file.</param>
/// <param name="MayBeRebuilt">True: it may change while the session lives, as the output of a project does.</param>
internal sealed record LibraryFile(string Path, bool MayBeRebuilt);
