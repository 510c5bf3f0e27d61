using StbImageWriteSharp;

namespace Course;

/// <summary>From a picture to a file's bytes.</summary>
internal static class PictureWriter
{
    private const int JpegQuality = 90;

    /// <summary>Bytes of a JPEG file's EXIF part that says: turn me a quarter to the right (6). Big-endian TIFF with one entry.</summary>
    private static readonly byte[] TurnRight = ExifOf(6);

    /// <summary>A PNG or JPEG file, by the name's extension.</summary>
    public static byte[] Encode(Picture picture, string name) => Encode(picture.Bytes, picture.Width, picture.Height, ColorComponents.RedGreenBlue, name);

    /// <summary>A PNG file with another number of channels: 1 grey, 4 with an alpha that covers all.</summary>
    public static byte[] Png(Picture picture, int channels) => Encode(
        [.. Enumerable.Range(0, picture.Width * picture.Height).SelectMany(i => channels == 1 ? Grey(picture.Bytes, i) : [.. picture.Bytes.AsSpan(i * Picture.Colours, Picture.Colours), 255])],
        picture.Width,
        picture.Height,
        (ColorComponents)channels,
        ".png");

    /// <summary>A JPEG file as of a camera held sideways: stored turned to the left, with the note to turn it back.</summary>
    public static byte[] Sideways(Picture picture) => WithExif(Encode(Orientation.Turn(picture, 8), ".jpg"), TurnRight);

    /// <summary>A JPEG file with an EXIF part behind its first mark.</summary>
    public static byte[] WithExif(byte[] jpeg, byte[] exif) => [.. jpeg[..2], .. exif, .. jpeg[2..]];

    /// <summary>An EXIF part that says how the camera was held.</summary>
    /// <param name="orientation">1 to 8.</param>
    /// <param name="isLittle">Numbers with their small end first, as most cameras write them.</param>
    public static byte[] ExifOf(int orientation, bool isLittle = false)
    {
        byte[] tiff = isLittle
            ? [0x49, 0x49, 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, (byte)orientation, 0, 0, 0, 0, 0, 0, 0]
            : [0x4D, 0x4D, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0, 0, 0, 0, 0];
        byte[] body = [.. "Exif\0\0"u8, .. tiff];
        return [0xFF, 0xE1, 0, (byte)(body.Length + 2), .. body];
    }

    private static byte[] Grey(byte[] pixels, int i) =>
        [(byte)((pixels[i * Picture.Colours] + pixels[(i * Picture.Colours) + 1] + pixels[(i * Picture.Colours) + 2]) / Picture.Colours)];

    private static byte[] Encode(byte[] pixels, int width, int height, ColorComponents channels, string name)
    {
        using var file = new MemoryStream();
        var writer = new ImageWriter();
        if (IsJpeg(name))
        {
            writer.WriteJpg(pixels, width, height, channels, file, JpegQuality);
        }
        else
        {
            writer.WritePng(pixels, width, height, channels, file);
        }

        return file.ToArray();
    }

    private static bool IsJpeg(string name) => Path.GetExtension(name).StartsWith(".j", StringComparison.OrdinalIgnoreCase);
}
