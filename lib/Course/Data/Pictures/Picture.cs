namespace Course;

/// <summary>A picture in memory, upright: a byte each of red, green and blue for every pixel.</summary>
public sealed class Picture
{
    internal const int Colours = 3;

    private readonly byte[] _pixels;   // (H, W, 3)

    internal Picture(int width, int height, byte[] pixels, int channels = Colours) =>
        (Width, Height, _pixels, Channels) = (width, height, pixels, channels);

    /// <summary>Pixels in a row.</summary>
    public int Width { get; }

    /// <summary>Rows.</summary>
    public int Height { get; }

    /// <summary>How many numbers a pixel has in the file: 1 grey, 2 grey and alpha, 3 colour, 4 colour and alpha.</summary>
    public int Channels { get; }

    /// <summary>The brightness of one pixel in one colour, 0 to 255.</summary>
    /// <param name="x">Column, 0 at the left.</param>
    /// <param name="y">Row, 0 at the top.</param>
    /// <param name="colour">0 red, 1 green, 2 blue.</param>
    public byte this[int x, int y, int colour] => x >= 0 && x < Width && y >= 0 && y < Height && colour is >= 0 and < Colours
        ? _pixels[(((y * Width) + x) * Colours) + colour]
        : throw new ArgumentOutOfRangeException(nameof(x), $"Pixel ({x}, {y}), colour {colour}, of a picture of {Width} × {Height} pixels and 3 colours: all of them count from 0.");

    /// <summary>Reads a PNG or JPEG file of any size. Grey becomes three equal colours, what is transparent lies on white, and a photo taken sideways (EXIF) is turned upright.</summary>
    /// <param name="path">From the notebook's folder, or a full one.</param>
    /// <exception cref="DatasetException">Missing, cut off, or no picture; names the file.</exception>
    public static Picture Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return PictureReader.Read(path);
    }

    /// <summary>The middle square, brought to another size: each new pixel is the mean of the old ones that it covers.</summary>
    /// <param name="side">Width and height, in pixels.</param>
    /// <returns>(3 · side · side) from 0 to 1: the red plane row by row, then the green one, then the blue one.</returns>
    public float[] Planes(int side)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(side, 1);
        var edge = Math.Min(Width, Height);
        var (left, top) = ((Width - edge) / 2, (Height - edge) / 2);
        var planes = new float[Colours * side * side];
        for (var y = 0; y < side; y++)
        {
            for (var x = 0; x < side; x++)
            {
                Cover(Under(x, left), Under(y, top), (y * side) + x);
            }
        }

        return planes;

        // Old pixels under the new one: from, and the first one behind. At least one, also where the picture grows.
        (int From, int To) Under(int place, int start) => (start + (place * edge / side), start + ((((place + 1) * edge) + side - 1) / side));

        void Cover((int From, int To) columns, (int From, int To) rows, int place)
        {
            Span<long> sum = stackalloc long[Colours];
            for (var y = rows.From; y < rows.To; y++)
            {
                var row = _pixels.AsSpan(((y * Width) + columns.From) * Colours, (columns.To - columns.From) * Colours);
                for (var i = 0; i < row.Length; i++)
                {
                    sum[i % Colours] += row[i];
                }
            }

            var count = 255f * (columns.To - columns.From) * (rows.To - rows.From);
            for (var colour = 0; colour < Colours; colour++)
            {
                planes[(colour * side * side) + place] = sum[colour] / count;
            }
        }
    }

    /// <summary>Says how large.</summary>
    public override string ToString() => $"{Width} × {Height} pixels, {Channels} channels in the file";

    /// <summary>The pixels (H, W, 3), for a writer.</summary>
    internal byte[] Bytes => _pixels;
}
