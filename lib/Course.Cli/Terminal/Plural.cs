namespace Course.Cli.Terminal;

/// <summary>A count with its noun.</summary>
internal static class Plural
{
    /// <summary>"1 notebook", "2 notebooks".</summary>
    internal static string Of(int count, string noun) => $"{count} {noun}{(count == 1 ? "" : "s")}";
}
