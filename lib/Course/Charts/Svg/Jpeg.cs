using StbImageWriteSharp;

namespace Course;

/// <summary>Photographs: a fifth of their size as a PNG file.</summary>
internal static class Jpeg
{
    private const int Quality = 90;

    /// <summary>A data address of a picture whose pixels come row by row from the top; <paramref name="pixel"/> is called with (column, row).</summary>
    public static string DataUri(int width, int height, Func<int, int, Rgb> pixel)
    {
        var pixels = new byte[3 * width * height];
        for (var i = 0; i < width * height; i++)
        {
            (pixels[3 * i], pixels[(3 * i) + 1], pixels[(3 * i) + 2]) = pixel(i % width, i / width);
        }

        using var file = new MemoryStream();
        new ImageWriter().WriteJpg(pixels, width, height, ColorComponents.RedGreenBlue, file, Quality);
        return "data:image/jpeg;base64," + Convert.ToBase64String(file.ToArray());
    }
}
