using System.Buffers.Binary;

namespace Course;

/// <summary>What a JPEG file says around its pixels: whether it is whole, and how the camera was held.</summary>
/// <remarks>A file is a row of segments, each a mark (0xFF and a letter), a length and its bytes, up to the scan; the scan ends with a mark of its own.</remarks>
internal static class JpegFile
{
    private const byte Mark = 0xFF;
    private const byte Start = 0xD8;
    private const byte End = 0xD9;
    private const byte Scan = 0xDA;
    private const byte App1 = 0xE1;
    private const ushort OrientationTag = 0x0112;
    private const int EntryBytes = 12;

    private static ReadOnlySpan<byte> Exif => "Exif\0\0"u8;

    public static bool Is(ReadOnlySpan<byte> file) => file.StartsWith<byte>([Mark, Start, Mark]);

    /// <summary>Whether the scan is followed by the end mark; a decoder would fill what is missing with grey and say nothing.</summary>
    public static bool IsWhole(ReadOnlySpan<byte> file)
    {
        var scan = Find(file, Scan, _ => true);
        return scan.Length > 0 && scan.IndexOf([Mark, End]) >= 0;
    }

    /// <summary>1 to 8, as EXIF numbers them; 1 where the file does not say.</summary>
    public static int Orientation(ReadOnlySpan<byte> file)
    {
        var segment = Find(file, App1, body => body.StartsWith(Exif));
        if (segment.Length < Exif.Length + 8)
        {
            return Course.Orientation.Upright;
        }

        var tiff = segment[Exif.Length..];
        var isLittle = tiff[0] == (byte)'I';
        var first = Number32(tiff[4..], isLittle);
        return first > (uint)tiff.Length - 2 ? Course.Orientation.Upright : Among(tiff[(int)first..], isLittle);
    }

    // The entries of a directory: tag, type, count, value.
    private static int Among(ReadOnlySpan<byte> directory, bool isLittle)
    {
        var count = Number16(directory, isLittle);
        for (var at = 2; count > 0 && at + EntryBytes <= directory.Length; count--, at += EntryBytes)
        {
            if (Number16(directory[at..], isLittle) == OrientationTag)
            {
                return Number16(directory[(at + 8)..], isLittle);
            }
        }

        return Course.Orientation.Upright;
    }

    private delegate bool Accepts(ReadOnlySpan<byte> body);

    // The body of the first such segment; of the scan, all up to the file's end. Empty: none.
    private static ReadOnlySpan<byte> Find(ReadOnlySpan<byte> file, byte kind, Accepts accepts)
    {
        var at = 2;
        while (at + 4 <= file.Length && file[at] == Mark)
        {
            var length = BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]);
            var body = file[(at + 4)..Math.Clamp(at + 2 + length, at + 4, file.Length)];
            if (file[at + 1] == kind && accepts(body))
            {
                return kind == Scan ? file[(at + 4)..] : body;
            }

            if (file[at + 1] == Scan)
            {
                break;
            }

            at += file[at + 1] == Mark ? 1 : 2 + length;   // a mark may be preceded by any number of 0xFF
        }

        return [];
    }

    private static ushort Number16(ReadOnlySpan<byte> at, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(at) : BinaryPrimitives.ReadUInt16BigEndian(at);

    private static uint Number32(ReadOnlySpan<byte> at, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(at) : BinaryPrimitives.ReadUInt32BigEndian(at);
}
