namespace Course;

/// <summary>How a camera was held, as EXIF numbers it: 1 to 8.</summary>
internal static class Orientation
{
    public const int Upright = 1;

    /// <summary>The first number whose width and height change places.</summary>
    private const int FirstSideways = 5;

    /// <summary>The picture as it was seen.</summary>
    /// <param name="stored">As the file has it.</param>
    /// <param name="orientation">1 to 8; any other number counts as upright.</param>
    public static Picture Turn(Picture stored, int orientation)
    {
        if (orientation is <= Upright or > 8)
        {
            return stored;
        }

        var (width, height) = orientation < FirstSideways ? (stored.Width, stored.Height) : (stored.Height, stored.Width);
        var pixels = new byte[stored.Bytes.Length];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var (column, row) = Source(orientation, x, y, stored.Width - 1, stored.Height - 1);
                stored.Bytes.AsSpan(((row * stored.Width) + column) * Picture.Colours, Picture.Colours).CopyTo(pixels.AsSpan(((y * width) + x) * Picture.Colours));
            }
        }

        return new Picture(width, height, pixels, stored.Channels);
    }

    // Where the pixel that is seen at (x, y) is stored.
    private static (int Column, int Row) Source(int orientation, int x, int y, int right, int bottom) => orientation switch
    {
        2 => (right - x, y),
        3 => (right - x, bottom - y),
        4 => (x, bottom - y),
        5 => (y, x),
        6 => (y, bottom - x),
        7 => (right - y, bottom - x),
        8 => (right - y, x),
        _ => (x, y),
    };
}
