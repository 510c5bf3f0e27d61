using System.Buffers.Binary;
using System.IO.Compression;
using static System.FormattableString;

namespace Course;

/// <summary>The idx format of MNIST: a magic number, big-endian sizes, then bytes, row-major.</summary>
/// <remarks>Magic: two zero bytes, the type (0x08, unsigned byte), the number of dimensions. Packed with gzip or not.</remarks>
internal sealed class IdxFile
{
    private const byte UnsignedByte = 0x08;
    private const long Largest = 1L << 30;   // a gigabyte: 20 times MNIST

    private IdxFile(int[] sizes, ReadOnlyMemory<byte> values) => (Sizes, Values) = (sizes, values);

    /// <summary>For images (N, rows, columns); for labels (N).</summary>
    public int[] Sizes { get; }

    /// <summary>As many bytes as the product of the sizes.</summary>
    public ReadOnlyMemory<byte> Values { get; }

    /// <summary>Reads content that is in memory already; copies nothing.</summary>
    /// <exception cref="DatasetException">Another format, or sizes that do not match the length; names <paramref name="name"/>.</exception>
    public static IdxFile Parse(ReadOnlyMemory<byte> content, string name, int dimensions)
    {
        var header = HeaderBytes(dimensions);
        var sizes = ReadHeader(content.Span[..Math.Min(header, content.Length)], name, dimensions);
        CheckLength(content.Length, header, sizes, name);
        return new(sizes, content[header..]);
    }

    /// <summary>Reads a learner's own file, such as Fashion-MNIST's.</summary>
    /// <exception cref="DatasetException">Missing, another format, truncated; names the file.</exception>
    public static IdxFile Load(string path, int dimensions)
    {
        try
        {
            using var file = File.OpenRead(path);
            return LooksPacked(file) ? LoadPacked(file, path, dimensions) : LoadFrom(file, file.Length, path, dimensions);
        }
        catch (InvalidDataException e)
        {
            throw new DatasetException($"{path} is damaged: {e.Message.TrimEnd('.')} while unpacking it. Get it anew.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DatasetException($"{path} cannot be read: {e.Message}", e);
        }
    }

    private static bool LooksPacked(FileStream file)
    {
        var isGzip = file.ReadByte() == 0x1f && file.ReadByte() == 0x8b;
        file.Position = 0;
        return isGzip;
    }

    private static IdxFile LoadPacked(FileStream file, string path, int dimensions)
    {
        const int Smallest = 18;   // header and trailer of an empty gzip file
        if (file.Length < Smallest)
        {
            throw new DatasetException(Invariant($"{path} is truncated: {file.Length} bytes, too few for a gzip file. Get it anew."));
        }

        // The last four bytes of a gzip file are the length of its content, so that sizes can be checked before memory is taken.
        Span<byte> trailer = stackalloc byte[4];
        file.Seek(-4, SeekOrigin.End);
        file.ReadExactly(trailer);
        file.Position = 0;
        using var stream = new GZipStream(file, CompressionMode.Decompress);
        return LoadFrom(stream, BinaryPrimitives.ReadUInt32LittleEndian(trailer), path, dimensions);
    }

    private static IdxFile LoadFrom(Stream stream, long length, string path, int dimensions)
    {
        var header = new byte[HeaderBytes(dimensions)];
        var count = stream.ReadAtLeast(header, header.Length, throwOnEndOfStream: false);
        var sizes = ReadHeader(header.AsSpan(0, count), path, dimensions);
        CheckLength(length, header.Length, sizes, path);
        var values = new byte[length - header.Length];
        count = stream.ReadAtLeast(values, values.Length, throwOnEndOfStream: false);
        return count == values.Length && stream.ReadByte() < 0
            ? new(sizes, values)
            : throw new DatasetException(Invariant($"{path} is damaged: its content is not the {length:N0} bytes that its gzip trailer announces. Get it anew."));
    }

    private static int[] ReadHeader(ReadOnlySpan<byte> header, string name, int dimensions)
    {
        if (header.Length < HeaderBytes(dimensions))
        {
            throw new DatasetException(Invariant($"{name} is truncated: {header.Length} bytes, and the idx header alone takes {HeaderBytes(dimensions)}. Get it anew."));
        }

        var magic = BinaryPrimitives.ReadUInt32BigEndian(header);
        var expected = (uint)((UnsignedByte << 8) | dimensions);
        if (magic != expected)
        {
            throw new DatasetException(Invariant($"{name} is not an idx file of {dimensions}-dimensional bytes: it starts with 0x{magic:X8}, expected 0x{expected:X8}.{Hint(magic)}"));
        }

        var sizes = new int[dimensions];
        for (var i = 0; i < dimensions; i++)
        {
            sizes[i] = BinaryPrimitives.ReadInt32BigEndian(header[(4 + (4 * i))..]);
        }

        return sizes;
    }

    private static string Hint(uint magic) => magic switch
    {
        0x801 => " These are labels; images are wanted.",
        0x803 => " These are images; labels are wanted.",
        0x01080000 or 0x03080000 => " Its bytes are in reverse order: idx is big-endian.",
        _ when magic >> 16 == 0x1f8b => " It is a gzip file: give it a name that ends in .gz.",
        _ when (byte)(magic >> 24) is (byte)'<' => " It looks like a web page saved in the file's place.",
        _ => "",
    };

    private static void CheckLength(long length, int header, int[] sizes, string name)
    {
        long expected = header, product = 1;
        foreach (var size in sizes)
        {
            // Each factor is below 2^31 and the product stays below 2^30 before it is multiplied: no overflow.
            product = size < 0 || product > Largest ? long.MaxValue : product * size;
            if (product > Largest)
            {
                throw new DatasetException(Invariant($"{name} has sizes ({string.Join(", ", sizes)}), which no data set of this course has; the header is damaged."));
            }
        }

        expected += product;
        if (length != expected)
        {
            throw new DatasetException(Invariant($"{name} has {length:N0} bytes, but its sizes ({string.Join(", ", sizes)}) call for {expected:N0}: it is {(length < expected ? "truncated" : "too long")}. Get it anew."));
        }
    }

    private static int HeaderBytes(int dimensions) => 4 + (4 * dimensions);
}
