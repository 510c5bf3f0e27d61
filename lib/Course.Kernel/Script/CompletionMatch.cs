namespace Course.Kernel.Script;

/// <summary>One proposal.</summary>
/// <param name="Text">What is put in.</param>
/// <param name="Kind">What it is, in Jupyter's words: function, property, class, keyword and so on.</param>
internal sealed record CompletionMatch(string Text, string Kind);
