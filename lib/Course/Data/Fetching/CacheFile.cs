using System.IO.Compression;
using System.Security.Cryptography;

namespace Course;

/// <summary>Puts checked content into the cache, whole or not at all.</summary>
internal static class CacheFile
{
    /// <exception cref="SourceException">Another size or hash; nothing is written.</exception>
    public static void Write(string cache, DatasetFile file, byte[] content)
    {
        var hash = Convert.ToHexString(SHA256.HashData(content)).ToLowerInvariant();
        if (hash != file.Sha256)
        {
            throw new SourceException(
                $"{file.Path} came with {content.Length} bytes and SHA-256 {hash}, expected {file.Bytes} bytes and {file.Sha256}; it was deleted");
        }

        var path = Path.Combine(cache, file.Path);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        AtomicFile.Write(path, stream => Pack(stream, file.IsPacked, content));
    }

    private static void Pack(Stream stream, bool isPacked, byte[] content)
    {
        if (!isPacked)
        {
            stream.Write(content);
            return;
        }

        using var packed = new GZipStream(stream, CompressionLevel.Optimal, leaveOpen: true);
        packed.Write(content);
    }
}
