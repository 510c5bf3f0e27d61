using System.Buffers.Binary;
using System.IO.Compression;

namespace TorchSharp.Modules;

/// <summary>An idx file of bytes: two zero bytes, the type, the number of dimensions, big-endian sizes, then the values, row-major.</summary>
/// <param name="Sizes">Of each dimension.</param>
/// <param name="Values">As many as the product of the sizes.</param>
internal sealed record IdxBytes(int[] Sizes, ReadOnlyMemory<byte> Values)
{
    private const byte UnsignedByte = 8;

    /// <summary>Reads it from where TorchSharp unpacks it, else from the packed file.</summary>
    public static IdxBytes Read(string folder, string name, int dimensions)
    {
        var unpacked = Path.Combine(folder, "test_data", name);
        var packed = Path.Combine(folder, name + ".gz");
        var path = File.Exists(unpacked) ? unpacked : packed;
        if (!File.Exists(path))
        {
            throw new FileNotFoundException(
                $"neither {packed} nor {unpacked} is there; nothing is downloaded here. The course has MNIST in its datasets folder: give that as root, "
                + "\"../datasets\" from a notebook, or copy the files", packed);
        }

        return Parse(Content(path, isPacked: path == packed), path, dimensions);
    }

    private static byte[] Content(string path, bool isPacked)
    {
        if (!isPacked)
        {
            return File.ReadAllBytes(path);
        }

        using var content = new MemoryStream();
        using var gzip = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        gzip.CopyTo(content);
        return content.ToArray();
    }

    private static IdxBytes Parse(byte[] content, string path, int dimensions)
    {
        var header = 4 + (4 * dimensions);
        if (content.Length < header || content is not [0, 0, UnsignedByte, var rank, ..] || rank != dimensions)
        {
            throw new InvalidDataException($"{path} is no idx file of bytes with {dimensions} dimension(s)");
        }

        var sizes = Enumerable.Range(0, dimensions).Select(i => BinaryPrimitives.ReadInt32BigEndian(content.AsSpan(4 + (4 * i)))).ToArray();
        var wanted = sizes.Aggregate(1L, (product, size) => product * size);
        return wanted == content.Length - header
            ? new(sizes, content.AsMemory(header))
            : throw new InvalidDataException($"{path} has {content.Length - header} bytes of data, and its header says {wanted}; get it anew");
    }
}
