namespace Course.Kernel.Notebooks;

/// <summary>How Jupyter describes the language of a notebook: what our kernel says, and what a committed notebook carries.</summary>
/// <remarks>One text for both: a front end writes the kernel's words into the notebook that it opens, and where they were different
/// it has changes to save before anything was typed.</remarks>
internal static class CSharpLanguage
{
    /// <summary>The <c>language_info</c> as JSON.</summary>
    internal const string Info = """
        {"name":"C#","version":"14.0","mimetype":"text/x-csharp","file_extension":".cs","pygments_lexer":"csharp","codemirror_mode":"text/x-csharp"}
        """;
}
