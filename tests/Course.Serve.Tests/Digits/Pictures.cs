using Course.Serve.Digits;
using StbImageWriteSharp;

namespace Course.Serve.Tests.Digits;

/// <summary>PNG files of digits.</summary>
internal static class Pictures
{
    private static readonly Lazy<Course.Digits> Mnist = new(() => Data.Mnist().Test.Take(100));

    internal static Course.Digits Sample => Mnist.Value;

    /// <summary>0 to 1, as MNIST has it.</summary>
    internal static float[] Original(int i) => [.. Sample.Pixels(i).ToArray().Select(pixel => pixel / 255f)];

    /// <summary>A digit in any colours, size and place; ink and paper are red, green, blue, alpha.</summary>
    internal static byte[] Of(int i, byte[] ink, byte[] paper, int scale = 1, int left = 0, int top = 0, int right = 0, int bottom = 0)
    {
        var (width, height) = ((28 * scale) + left + right, (28 * scale) + top + bottom);
        return Draw(width, height, (x, y) =>
        {
            var (column, row) = ((x - left) / scale, (y - top) / scale);
            var share = x >= left && y >= top && column < 28 && row < 28 ? Sample.Pixels(i)[(row * 28) + column] / 255f : 0;
            return [.. ink.Zip(paper, (full, none) => (byte)MathF.Round(none + (share * (full - none))))];
        });
    }

    /// <summary>A PNG file of four channels.</summary>
    internal static byte[] Draw(int width, int height, Func<int, int, byte[]> colour)
    {
        byte[] pixels = [.. Enumerable.Range(0, width * height).SelectMany(place => colour(place % width, place / width))];
        return Encode(pixels, width, height, ColorComponents.RedGreenBlueAlpha);
    }

    internal static byte[] Grey(int i) => Encode(Sample.Pixels(i).ToArray(), 28, 28, ColorComponents.Grey);

    internal static Plane Square(int width, int height, int from, int to) =>
        new(width, height, [.. Enumerable.Range(0, width * height).Select(place => place % width >= from && place % width < to && place / width >= from && place / width < to ? 1f : 0)]);

    private static byte[] Encode(byte[] pixels, int width, int height, ColorComponents channels)
    {
        using var stream = new MemoryStream();
        new ImageWriter().WritePng(pixels, width, height, channels, stream);
        return stream.ToArray();
    }
}
