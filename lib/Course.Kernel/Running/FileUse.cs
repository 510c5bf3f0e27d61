namespace Course.Kernel.Running;

/// <summary>How much a folder holds.</summary>
internal static class FileUse
{
    private const int MostFiles = 20_000; // counting them takes longer than any notebook has use for

    private static readonly EnumerationOptions Everything = new() { RecurseSubdirectories = true, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.ReparsePoint };

    /// <summary>True if the files below a folder hold more bytes than that, or there are too many to count.</summary>
    internal static bool Exceeds(string folder, long bytes)
    {
        var count = 0;
        try
        {
            foreach (var file in new DirectoryInfo(folder).EnumerateFiles("*", Everything))
            {
                bytes -= file.Length;
                if (bytes < 0 || ++count > MostFiles)
                {
                    return true;
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A file went away while we looked; the next look sees the rest.
        }

        return false;
    }
}
