using System.IO.Compression;
using System.Security.Cryptography;
using static System.FormattableString;

namespace Course;

/// <summary>Reads a data file whole, unpacked, and proves that it is the right one.</summary>
internal static class ContentReader
{
    /// <returns>The content; its length and SHA-256 are those of <paramref name="expected"/> (in a browser only the length, of a packed file).</returns>
    /// <exception cref="DatasetException">Truncated, too long, not gzip, or another hash; the message ends with <paramref name="cure"/>.</exception>
    public static byte[] Read(string path, DatasetFile expected, string cure)
    {
        var content = Unpack(path, expected, cure);
        if (OperatingSystem.IsBrowser() && expected.IsPacked)
        {
            // Hashing MNIST takes some 3 s in a page's interpreter. Data come from the site that the code comes from, and unpacking has proved gzip's CRC-32.
            return content;
        }

        var hash = Convert.ToHexString(SHA256.HashData(content)).ToLowerInvariant();
        return hash == expected.Sha256
            ? content
            : throw new DatasetException(
                $"{path} is damaged: the SHA-256 of its content is {hash}, expected {expected.Sha256}. {cure}");
    }

    private static byte[] Unpack(string path, DatasetFile expected, string cure)
    {
        try
        {
            using var file = File.OpenRead(path);
            if (!expected.IsPacked)
            {
                return ReadExactly(file, path, expected.Bytes, cure);
            }

            CheckGzip(file, path, cure);
            using var stream = new GZipStream(file, CompressionMode.Decompress);
            return ReadExactly(stream, path, expected.Bytes, cure);
        }
        catch (InvalidDataException e)
        {
            throw new DatasetException($"{path} is damaged: {e.Message.TrimEnd('.')} while unpacking it. {cure}", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DatasetException($"{path} cannot be read: {e.Message}", e);
        }
    }

    internal static void CheckGzip(FileStream file, string path, string cure)
    {
        Span<byte> head = stackalloc byte[2];
        var count = file.ReadAtLeast(head, 2, throwOnEndOfStream: false);
        file.Position = 0;
        if (count < 2 || head is not [0x1f, 0x8b])
        {
            var found = count == 0 ? "it is empty" : $"it starts with {Convert.ToHexString(head[..count])}";
            throw new DatasetException($"{path} is not a gzip file: {found}, expected 1F8B. {cure}");
        }
    }

    private static byte[] ReadExactly(Stream stream, string path, long expected, string cure)
    {
        var content = new byte[expected];
        var count = stream.ReadAtLeast(content, content.Length, throwOnEndOfStream: false);
        if (count < expected)
        {
            throw new DatasetException(Invariant($"{path} is truncated: {count:N0} bytes of content, expected {expected:N0}. {cure}"));
        }

        return stream.ReadByte() < 0
            ? content
            : throw new DatasetException(Invariant($"{path} is too long: more than the expected {expected:N0} bytes of content. {cure}"));
    }
}
