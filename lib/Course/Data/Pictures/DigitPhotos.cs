using static System.FormattableString;

namespace Course;

/// <summary>A folder of pictures as one meets them: handwritten digits on paper under coloured lamps, in PNG and JPEG files of several sizes, some taken sideways, some twice.</summary>
/// <remarks>Made from MNIST. The same digits and seed give the same files.</remarks>
public static class DigitPhotos
{
    private const int Lamps = 10;
    private const double Ink = 0.9;          // what full ink takes away of the light
    private const double CopyShare = 0.04;
    private const string Copy = " (copy)";
    private static readonly string[] Names = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
    private static readonly int[] Sides = [28, 36, 44, 56];

    /// <summary>Writes one file for each digit, and a second copy of some, into a folder for each class: zero, one, …, nine.</summary>
    /// <param name="folder">Made, or emptied first.</param>
    /// <param name="digits">Which digits.</param>
    /// <param name="lamp">What light falls on the paper.</param>
    /// <param name="seed">Decides on shades, sizes, names and formats.</param>
    /// <returns>The folder, listed.</returns>
    /// <exception cref="DatasetException">The folder holds something that is not ours; nothing is deleted.</exception>
    public static PictureFolder Write(string folder, Digits digits, Lamp lamp, int seed = 1)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentNullException.ThrowIfNull(digits);
        Clear(folder);
        var random = new Random(seed);
        for (var i = 0; i < digits.Count; i++)
        {
            var label = digits.Label(i);
            var inClass = Directory.CreateDirectory(Path.Combine(folder, Names[label])).FullName;
            var file = Take(digits, i, LampOf(label, lamp, random), random);
            File.WriteAllBytes(Path.Combine(inClass, file.Name), file.Bytes);
            if (random.NextDouble() < CopyShare)
            {
                File.WriteAllBytes(Path.Combine(inClass, $"{Path.GetFileNameWithoutExtension(file.Name)}{Copy}{Path.GetExtension(file.Name)}"), file.Bytes);
            }
        }

        return PictureFolder.Open(folder);
    }

    /// <summary>Harms three files, as happens: one is cut off, one loses its colours or gains a transparent layer, one moves into another class.</summary>
    /// <param name="folder">Made by <see cref="Write"/>.</param>
    /// <param name="seed">Decides which.</param>
    /// <returns>Their names, in that order, as in <see cref="PictureFile.Name"/>.</returns>
    public static string[] Spoil(string folder, int seed = 1)
    {
        var random = new Random(seed);
        var files = PictureFolder.Open(folder);
        PictureFile[] singles = [.. files.Files.GroupBy(Original).Where(same => same.Count() == 1).Select(same => same.First())];
        random.Shuffle(singles);
        var flat = singles.First(file => Path.GetExtension(file.Name) == ".png");
        var (cut, moved) = singles.Where(file => file != flat).Take(2).ToArray() is [var one, var other] ? (one, other) : throw new DatasetException($"{folder} has too few pictures to harm three.");
        var bytes = File.ReadAllBytes(cut.Path);
        File.WriteAllBytes(cut.Path, bytes[..(bytes.Length * 6 / 10)]);
        File.WriteAllBytes(flat.Path, PictureWriter.Png(Picture.Load(flat.Path), random.Next(2) == 0 ? 1 : 4));
        var wrong = files.Classes[(moved.Label + 1 + random.Next(files.Classes.Count - 1)) % files.Classes.Count];
        var name = $"{wrong}/{Path.GetFileName(moved.Path)}";
        File.Move(moved.Path, Path.Combine(folder, name));
        return [cut.Name, flat.Name, name];
    }

    private static string Original(PictureFile file) => Path.GetFileNameWithoutExtension(file.Name).Replace(Copy, "", StringComparison.Ordinal);

    // What this class makes has class folders with these names and nothing else.
    private static void Clear(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return;
        }

        var foreign = Directory.GetFileSystemEntries(folder).FirstOrDefault(entry => !Names.Contains(Path.GetFileName(entry)));
        if (foreign is not null)
        {
            throw new DatasetException($"{folder} holds '{Path.GetFileName(foreign)}', which was not made here, so nothing was written. Name a new folder.");
        }

        Directory.Delete(folder, recursive: true);
    }

    private static int LampOf(int label, Lamp lamp, Random random) => lamp switch
    {
        Lamp.Own => label,
        Lamp.Swapped => (label + 3) % Lamps,
        _ => random.Next(Lamps),
    };

    private static (string Name, byte[] Bytes) Take(Digits digits, int i, int lamp, Random random)
    {
        var side = Sides[random.Next(Sides.Length)];
        var margin = random.NextDouble() < 0.3 ? 2 * random.Next(1, 8) : 0;
        var (isJpeg, isLoud, isSideways) = (random.NextDouble() < 0.4, random.NextDouble() < 0.1, random.NextDouble() < 0.25);
        var picture = Develop(digits.Pixels(i), digits.Columns, side, margin, Light(lamp, random), random);
        var extension = isJpeg ? ".jpg" : ".png";
        var name = Invariant($"{(isJpeg ? "IMG_" : "scan ")}{i + 1:0000}") + (isLoud ? extension.ToUpperInvariant() : extension);
        return (name, isJpeg && isSideways ? PictureWriter.Sideways(picture) : PictureWriter.Encode(picture, extension));
    }

    // Red, green and blue of the lamp: ten hues around the circle, each picture a little different.
    private static double[] Light(int lamp, Random random)
    {
        var strength = 0.85 + (0.15 * random.NextDouble());
        return [.. Enumerable.Range(0, Picture.Colours).Select(colour =>
            strength * (0.75 + (0.25 * Math.Cos(2 * Math.PI * (((double)lamp / Lamps) - (colour / 3.0)))) + (0.03 * ((2 * random.NextDouble()) - 1))))];
    }

    private static Picture Develop(ReadOnlySpan<byte> ink, int columns, int side, int margin, double[] light, Random random)
    {
        var width = side + margin;
        var pixels = new byte[width * side * Picture.Colours];
        for (var y = 0; y < side; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var paper = 1 - (Ink * InkAt(ink, columns, (x - (margin / 2) + 0.5) * columns / side, (y + 0.5) * columns / side)) - (0.04 * random.NextDouble());
                for (var colour = 0; colour < Picture.Colours; colour++)
                {
                    pixels[(((y * width) + x) * Picture.Colours) + colour] = (byte)Math.Clamp(Math.Round(255 * paper * light[colour]), 0, 255);
                }
            }
        }

        return new Picture(width, side, pixels);
    }

    // Between four pixels, by their nearness; outside there is no ink.
    private static double InkAt(ReadOnlySpan<byte> ink, int columns, double x, double y)
    {
        var (left, top) = ((int)Math.Floor(x - 0.5), (int)Math.Floor(y - 0.5));
        var (right, down) = (x - 0.5 - left, y - 0.5 - top);
        return ((((At(ink, left, top) * (1 - right)) + (At(ink, left + 1, top) * right)) * (1 - down))
            + (((At(ink, left, top + 1) * (1 - right)) + (At(ink, left + 1, top + 1) * right)) * down)) / 255;

        int At(ReadOnlySpan<byte> pixels, int column, int row) =>
            column >= 0 && column < columns && row >= 0 && row < pixels.Length / columns ? pixels[(row * columns) + column] : 0;
    }
}
