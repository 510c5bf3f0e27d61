namespace Course.Cli;

/// <summary>A folder for results, made before any work is done for it.</summary>
internal static class OutputFolder
{
    /// <summary>Makes a folder in the one that <c>--out</c> names.</summary>
    /// <returns>The folder.</returns>
    /// <exception cref="IOException">It cannot be made; says which and why.</exception>
    internal static string Make(string output, string folder)
    {
        try
        {
            return Directory.CreateDirectory(Path.Combine(output, folder)).FullName;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"{output} cannot be made or written ({Reason(output, e)}); name another folder with --out", e);
        }
    }

    // The system's own words for a folder that cannot be made, such as one in /proc, speak of a file that is missing.
    private static string Reason(string output, Exception e) => e switch
    {
        UnauthorizedAccessException => "you may not write there",
        FileNotFoundException or DirectoryNotFoundException => $"{Path.GetDirectoryName(Path.GetFullPath(output))} takes no folders",
        _ => e.Message.TrimEnd('.'),
    };
}
