using System.Buffers.Binary;
using System.IO.Compression;

namespace Course.Serve.Digits;

/// <summary>Unpacks a PNG file's pixel data once, to count it: a decoder would take whatever it unpacks to into memory, and two megabytes can be made to unpack to two thousand.</summary>
internal static class PngData
{
    private const int SignatureLength = 8;
    private const int ChunkFrame = 12;          // length, name, check sum
    private const int MostBytesOfAPixel = 8;    // four channels of 16 bits
    private const int Passes = 7;               // interlaced: rows of seven pictures, each with a byte of its own

    /// <exception cref="InvalidDataException">It unpacks to more than its size allows, or not at all.</exception>
    internal static void Check(byte[] file)
    {
        var (width, height) = (Number(file, SignatureLength + 8), Number(file, SignatureLength + 12));
        var most = ((long)width * height * MostBytesOfAPixel) + ((long)Passes * (height + 1));
        using var unpacked = new ZLibStream(new MemoryStream(Packed(file)), CompressionMode.Decompress);
        var buffer = new byte[81_920];
        for (var sum = 0L; unpacked.Read(buffer) is > 0 and var length;)
        {
            sum += length;
            if (sum > most)
            {
                throw new InvalidDataException("more data than pixels");
            }
        }
    }

    private static byte[] Packed(byte[] file)
    {
        using var packed = new MemoryStream();
        for (var at = SignatureLength; at + ChunkFrame <= file.Length;)
        {
            var length = Number(file, at);
            if (length < 0 || length > file.Length - at - ChunkFrame)
            {
                throw new InvalidDataException("a chunk is cut off");
            }

            if (file.AsSpan(at + 4, 4).SequenceEqual("IDAT"u8))
            {
                packed.Write(file, at + 8, length);
            }

            at += ChunkFrame + length;
        }

        return packed.ToArray();
    }

    private static int Number(byte[] file, int at) => BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at, 4));
}
