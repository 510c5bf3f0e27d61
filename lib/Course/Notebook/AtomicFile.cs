using static System.FormattableString;

namespace Course;

/// <summary>Files that are there whole or not at all.</summary>
internal static class AtomicFile
{
    /// <summary>Writes beside the place, then moves there. Killed in the middle, what stood there still does.</summary>
    public static void Write(string path, Action<Stream> write)
    {
        // The process number keeps two kernels with one notebook out of each other's way.
        var temporary = Invariant($"{path}.{Environment.ProcessId}.tmp");
        try
        {
            using (var file = File.Create(temporary))
            {
                write(file);
                file.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
