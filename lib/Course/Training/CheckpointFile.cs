using System.Security.Cryptography;
using static System.FormattableString;

namespace Course;

/// <summary>Bytes on disk that are there whole or not at all: eight letters, the length, a SHA-256, the bytes.</summary>
internal sealed class CheckpointFile(string path)
{
    private const int Preamble = 8 + sizeof(long) + SHA256.HashSizeInBytes;

    public string Path => path;

    public string Name => System.IO.Path.GetFileName(path);

    public bool Exists => File.Exists(path);

    private static ReadOnlySpan<byte> Mark => "CKPT-001"u8;

    /// <summary>Replaces the file. Killed in the middle, the old one is still there.</summary>
    public void Write(ReadOnlyMemory<byte> content)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        AtomicFile.Write(path, file =>
        {
            file.Write(Mark);
            file.Write(BitConverter.GetBytes((long)content.Length));
            file.Write(SHA256.HashData(content.Span));
            file.Write(content.Span);
        });
    }

    /// <summary>The bytes, exactly as they were written.</summary>
    /// <exception cref="CheckpointException">Not such a file, cut off, or damaged.</exception>
    public byte[] Read()
    {
        var all = File.ReadAllBytes(path);
        if (all.Length < Preamble || !all.AsSpan(0, Mark.Length).SequenceEqual(Mark))
        {
            throw Trouble(all.Length < Preamble && Mark.StartsWith(all.AsSpan(0, Math.Min(all.Length, Mark.Length)))
                ? Invariant($"is cut off: only {all.Length} bytes are there")
                : "is not a checkpoint: it begins with other bytes than one");
        }

        var length = BitConverter.ToInt64(all, Mark.Length);
        var content = all.AsSpan(Preamble);
        if (content.Length < length)
        {
            throw Trouble(Invariant($"is cut off: {content.Length:N0} of {length:N0} bytes are there. Was the disk full, or a copy stopped?"));
        }

        var hash = all.AsSpan(Mark.Length + sizeof(long), SHA256.HashSizeInBytes);
        return content.Length == length && SHA256.HashData(content).AsSpan().SequenceEqual(hash)
            ? content.ToArray()
            : throw Trouble("is damaged: its bytes are not those that were written (SHA-256 differs)");
    }

    public void Delete()
    {
        var folder = System.IO.Path.GetDirectoryName(path)!;
        if (!Directory.Exists(folder))
        {
            return;
        }

        File.Delete(path);

        // Left behind by a process that was killed while it wrote.
        foreach (var rest in Directory.EnumerateFiles(folder, System.IO.Path.GetFileName(path) + ".*.tmp"))
        {
            File.Delete(rest);
        }
    }

    private CheckpointException Trouble(string what) =>
        new($"{Name} {what}. Nothing was changed. To start over, delete it: `checkpoint.Delete()`.");
}
