using System.Text;

namespace Course.Kernel;

/// <summary>Writes whole files or none: under a temporary name beside the target, flushed to the disk, then moved over it.</summary>
public static class AtomicFile
{
    private const string TemporarySuffix = ".course-tmp";
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);
    private static int _counter;

    /// <summary>Writes a text file as UTF-8 without a byte order mark; creates its folder.</summary>
    /// <param name="path">The file; an existing one is replaced at the end, or stays as it is if anything fails.</param>
    /// <param name="text">The whole content.</param>
    /// <exception cref="IOException">The disk is full or the place cannot be written; nothing was changed.</exception>
    /// <exception cref="UnauthorizedAccessException">The place is read-only; nothing was changed.</exception>
    public static void WriteAllText(string path, string text) =>
        Write(path, stream =>
        {
            using var writer = new StreamWriter(stream, Utf8, leaveOpen: true);
            writer.Write(text);
        });

    /// <summary>Writes a file from a stream; creates its folder.</summary>
    /// <param name="path">The file; an existing one is replaced at the end, or stays as it is if anything fails.</param>
    /// <param name="write">Writes the whole content; need not close the stream.</param>
    /// <exception cref="IOException">The disk is full or the place cannot be written; nothing was changed.</exception>
    /// <exception cref="UnauthorizedAccessException">The place is read-only; nothing was changed.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        var target = Path.GetFullPath(path);
        var folder = Path.GetDirectoryName(target)!;
        var temporary = Path.Combine(
            folder, $".{Path.GetFileName(target)}.{Environment.ProcessId}-{Interlocked.Increment(ref _counter)}{TemporarySuffix}");
        Directory.CreateDirectory(folder);
        try
        {
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, target, overwrite: true);
        }
        catch
        {
            TryDelete(temporary);
            throw;
        }
    }

    /// <summary>Removes temporary files that a killed process left in a folder. Call it where no other process is writing.</summary>
    /// <param name="folder">Looked at without its subfolders; need not exist.</param>
    public static void DeleteLeftovers(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return;
        }

        foreach (var file in Directory.EnumerateFiles(folder, ".*" + TemporarySuffix))
        {
            TryDelete(file);
        }
    }

    private static void TryDelete(string file)
    {
        try
        {
            File.Delete(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The first error is the one worth telling; a stray hidden file is harmless.
        }
    }
}
