using static System.FormattableString;

namespace Course;

/// <summary>Images of digits and their labels; MNIST's are 28 × 28 pixels of grey, 0 = paper, 255 = ink.</summary>
/// <remarks>Holds one byte a pixel. <see cref="Take"/>, <see cref="Sample"/> and <see cref="Where"/> give views that share them.</remarks>
public sealed class Digits
{
    private readonly ReadOnlyMemory<byte> _pixels;   // (N, rows, columns)
    private readonly byte[] _labels;
    private readonly int[] _index;   // which images this view holds, in its order

    internal Digits(ReadOnlyMemory<byte> pixels, byte[] labels, int rows, int columns)
        : this(pixels, labels, rows, columns, [.. Enumerable.Range(0, labels.Length)])
    {
    }

    private Digits(ReadOnlyMemory<byte> pixels, byte[] labels, int rows, int columns, int[] index)
    {
        (_pixels, _labels, _index) = (pixels, labels, index);
        (Rows, Columns) = (rows, columns);
    }

    /// <summary>How many images.</summary>
    public int Count => _index.Length;

    /// <summary>Height of an image in pixels.</summary>
    public int Rows { get; }

    /// <summary>Width of an image in pixels.</summary>
    public int Columns { get; }

    /// <summary>Pixels of an image: <see cref="Rows"/> × <see cref="Columns"/>, 784 in MNIST.</summary>
    public int Size => Rows * Columns;

    /// <summary>(N) the digit that each image shows, 0 to 9.</summary>
    public int[] Labels => [.. _index.Select(i => (int)_labels[i])];

    /// <summary>The digit that image <paramref name="i"/> shows, 0 to 9.</summary>
    public int Label(int i) => _labels[At(i)];

    /// <summary>(<see cref="Size"/>) the grey values of image <paramref name="i"/>, 0 to 255, row by row.</summary>
    public ReadOnlySpan<byte> Pixels(int i) => _pixels.Span.Slice(At(i) * Size, Size);

    /// <summary>(<see cref="Size"/>) image <paramref name="i"/> scaled to [0, 1], row by row.</summary>
    public double[] Vector(int i)
    {
        var pixels = Pixels(i);
        var vector = new double[pixels.Length];
        for (var k = 0; k < vector.Length; k++)
        {
            vector[k] = pixels[k] / 255.0;
        }

        return vector;
    }

    /// <summary>(<see cref="Rows"/>, <see cref="Columns"/>) image <paramref name="i"/> scaled to [0, 1].</summary>
    public double[,] Matrix(int i)
    {
        var pixels = Pixels(i);
        var matrix = new double[Rows, Columns];
        for (var k = 0; k < pixels.Length; k++)
        {
            matrix[k / Columns, k % Columns] = pixels[k] / 255.0;
        }

        return matrix;
    }

    /// <summary>(N · <see cref="Size"/>) all images one after the other, scaled to [0, 1]: the flat form that a tensor takes.</summary>
    public float[] ToFloats()
    {
        var all = new float[Count * Size];
        for (var i = 0; i < Count; i++)
        {
            var pixels = Pixels(i);
            for (var k = 0; k < pixels.Length; k++)
            {
                all[(i * Size) + k] = pixels[k] / 255f;
            }
        }

        return all;
    }

    /// <summary>(N · <see cref="Size"/>) as above, each image moved: what data augmentation trains on.</summary>
    /// <param name="move">Called once for each image, with its place; square images only.</param>
    public float[] ToFloats(Func<int, Warp> move)
    {
        ArgumentNullException.ThrowIfNull(move);
        var (all, moved) = (ToFloats(), new float[Count * Size]);
        for (var i = 0; i < Count; i++)
        {
            move(i).Into(all.AsSpan(i * Size, Size), moved.AsSpan(i * Size, Size));
        }

        return moved;
    }

    /// <summary>The first <paramref name="count"/> images, in file order.</summary>
    public Digits Take(int count) => View(_index[..Checked(count, nameof(Take))]);

    /// <summary>So many different images, drawn and ordered by the seed.</summary>
    public Digits Sample(int count, int seed) =>
        View([.. Shuffle.Indices(Count, seed).Take(Checked(count, nameof(Sample))).Select(i => _index[i])]);

    /// <summary>The images whose label passes, such as <c>Where(d => d is 3 or 8)</c>.</summary>
    public Digits Where(Func<int, bool> byLabel) => View([.. _index.Where(i => byLabel(_labels[i]))]);

    /// <summary>The images at these places, in this order: what <see cref="Split"/> and <see cref="Batches"/> give.</summary>
    public Digits At(IEnumerable<int> indices) => View([.. indices.Select(At)]);

    /// <summary>Says how many and of which size.</summary>
    public override string ToString() => Invariant($"{Count:N0} digits of {Rows} × {Columns} pixels");

    private Digits View(int[] index) => new(_pixels, _labels, Rows, Columns, index);

    private int At(int i) => i >= 0 && i < Count
        ? _index[i]
        : throw new ArgumentOutOfRangeException(nameof(i), Invariant($"image {i} of {Count:N0}: the first is 0, the last {Count - 1}"));

    private int Checked(int count, string verb) => count >= 0 && count <= Count
        ? count
        : throw new ArgumentOutOfRangeException(nameof(count), Invariant($"{verb}({count}): there are {Count:N0} images"));
}
