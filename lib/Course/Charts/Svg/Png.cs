using System.Buffers.Binary;
using System.IO.Compression;

namespace Course;

/// <summary>Writes small PNG files with the base library's zlib: grey ones where no pixel has a colour.</summary>
internal static class Png
{
    private static readonly uint[] CrcTable = MakeCrcTable();

    /// <summary>A data address of a picture whose pixels come row by row from the top.</summary>
    public static string DataUri(int width, int height, Func<int, int, Rgb> pixel) =>
        "data:image/png;base64," + Convert.ToBase64String(Encode(width, height, pixel));

    /// <summary>A PNG file; <paramref name="pixel"/> is called with (column, row).</summary>
    public static byte[] Encode(int width, int height, Func<int, int, Rgb> pixel)
    {
        Rgb[] pixels = [.. from y in Enumerable.Range(0, height) from x in Enumerable.Range(0, width) select pixel(x, y)];
        var isGrey = Array.TrueForAll(pixels, p => p.R == p.G && p.G == p.B);
        using var file = new MemoryStream();
        file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, isGrey ? (byte)0 : (byte)2); // eight bits of grey, or each of red, green, blue
        WriteChunk(file, "IHDR"u8, header);
        WriteChunk(file, "IDAT"u8, Compress(pixels.Chunk(width), isGrey));
        WriteChunk(file, "IEND"u8, []);
        return file.ToArray();
    }

    private static byte[] Compress(IEnumerable<Rgb[]> rows, bool isGrey)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize))
        {
            foreach (var row in rows)
            {
                zlib.Write([0, .. isGrey ? row.Select(p => p.R) : row.SelectMany(p => new[] { p.R, p.G, p.B })]); // the first byte says: unfiltered
            }
        }

        return packed.ToArray();
    }

    private static void WriteChunk(Stream file, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        file.Write(type);
        file.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~Crc(Crc(uint.MaxValue, type), data));
        file.Write(number);
    }

    private static uint Crc(uint crc, ReadOnlySpan<byte> data)
    {
        foreach (var value in data)
        {
            crc = CrcTable[(crc ^ value) & 0xFF] ^ (crc >> 8);
        }

        return crc;
    }

    private static uint[] MakeCrcTable()
    {
        var table = new uint[256];
        for (uint n = 0; n < 256; n++)
        {
            var c = n;
            for (var k = 0; k < 8; k++)
            {
                c = (c & 1) != 0 ? 0xEDB88320 ^ (c >> 1) : c >> 1;
            }

            table[n] = c;
        }

        return table;
    }
}
