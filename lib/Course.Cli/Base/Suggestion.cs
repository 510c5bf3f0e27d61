using Course.Kernel;

namespace Course.Cli;

/// <summary>The nearest known word to one that was mistyped.</summary>
internal static class Suggestion
{
    /// <summary>"; did you mean X?" or nothing.</summary>
    /// <param name="word">What was typed.</param>
    /// <param name="known">What would have been understood.</param>
    internal static string For(string word, IEnumerable<string> known) =>
        NearestWord.To(word, known) is { } nearest ? $"; did you mean {nearest}?" : "";
}
