namespace Course.Kernel.Jupyter;

/// <summary>Colours a traceback as terminals and notebooks show it.</summary>
internal static class Traceback
{
    private const string Red = "\u001b[31m";
    private const string Blue = "\u001b[34m";
    private const string Plain = "\u001b[0m";

    /// <summary>What happened in red, carets and places in blue, the learner's code as it is.</summary>
    public static IEnumerable<string> Colour(IReadOnlyList<string> lines) => lines.Select((line, index) =>
        line.Trim().Length > 0 && line.Trim().All(letter => letter == '^') ? Red + line + Plain
        : index == 0 || line.StartsWith("caused by", StringComparison.Ordinal) ? Red + line + Plain
        : line.StartsWith("  ", StringComparison.Ordinal) && !line.StartsWith("    ", StringComparison.Ordinal) ? Blue + line + Plain
        : line);
}
