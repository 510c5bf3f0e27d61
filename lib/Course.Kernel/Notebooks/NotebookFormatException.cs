namespace Course.Kernel.Notebooks;

/// <summary>A file that is not a notebook this program can read; the message names the file, the place and the cure.</summary>
public sealed class NotebookFormatException : Exception
{
    /// <summary>Says what is wrong with <paramref name="path"/>.</summary>
    /// <param name="path">The file.</param>
    /// <param name="problem">What was found, what was wanted and how to mend it.</param>
    /// <param name="inner">The parser's error, if there was one.</param>
    public NotebookFormatException(string path, string problem, Exception? inner = null)
        : base($"{path}: {problem}", inner) => Problem = problem;

    /// <summary>The message without the file's name.</summary>
    public string Problem { get; }
}
