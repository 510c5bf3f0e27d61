using StbImageSharp;
using static System.FormattableString;

namespace Course;

/// <summary>From a file's bytes to an upright picture without transparency.</summary>
internal static class PictureReader
{
    private const int WithAlpha = 4;
    private const long MostPixels = 200_000_000;   // a header can promise any size; a large camera has 100 million

    /// <exception cref="DatasetException">Missing, cut off, or no picture.</exception>
    public static Picture Read(string path)
    {
        try
        {
            return Decode(File.ReadAllBytes(path));
        }
        catch (Exception e) // a decoder throws whatever a broken file makes it meet
        {
            throw new DatasetException($"{path} {Reason(e)}", e);
        }
    }

    /// <summary>What is wrong with the file, as the rest of a sentence that begins with its name.</summary>
    private static string Reason(Exception e) => e switch
    {
        FormatException => e.Message,
        FileNotFoundException or DirectoryNotFoundException => "is missing.",
        IOException or UnauthorizedAccessException => $"cannot be opened: {e.Message}",
        _ => "is damaged or cut off: it cannot be decoded to its end.",
    };

    private static Picture Decode(byte[] file)
    {
        var isJpeg = JpegFile.Is(file);
        if (!isJpeg && !file.AsSpan().StartsWith<byte>([0x89, (byte)'P', (byte)'N', (byte)'G']))
        {
            throw new FormatException(file.Length == 0 ? "is empty." : "is no PNG or JPEG file, whatever its name says.");
        }

        if (isJpeg && !JpegFile.IsWhole(file))
        {
            throw new FormatException("is cut off: a JPEG file ends with an end mark, and this one has none.");
        }

        CheckSize(file);
        var image = ImageResult.FromMemory(file, ColorComponents.RedGreenBlueAlpha);
        var upright = isJpeg ? JpegFile.Orientation(file) : Orientation.Upright;
        return Orientation.Turn(new Picture(image.Width, image.Height, OnWhite(image.Data), (int)image.SourceComp), upright);
    }

    private static void CheckSize(byte[] file)
    {
        using var stream = new MemoryStream(file, writable: false);
        if (ImageInfo.FromStream(stream) is { } info && (long)info.Width * info.Height > MostPixels)
        {
            throw new FormatException(Invariant($"has {info.Width:N0} × {info.Height:N0} pixels; {MostPixels:N0} in all are read."));
        }
    }

    private static byte[] OnWhite(byte[] pixels)
    {
        var solid = new byte[pixels.Length / WithAlpha * Picture.Colours];
        for (var (from, to) = (0, 0); from < pixels.Length; (from, to) = (from + WithAlpha, to + Picture.Colours))
        {
            var alpha = pixels[from + Picture.Colours];
            for (var colour = 0; colour < Picture.Colours; colour++)
            {
                solid[to + colour] = (byte)(((pixels[from + colour] * alpha) + (255 * (255 - alpha)) + 127) / 255);
            }
        }

        return solid;
    }
}
