using static System.FormattableString;

namespace Course;

/// <summary>MNIST: 60,000 handwritten digits to train on and 10,000 by other writers to test on.</summary>
/// <remarks>LeCun, Cortes, Burges 1998; CC BY-SA 3.0. Pixels are bytes, 0 = paper, 255 = ink.</remarks>
public sealed class Mnist
{
    private const string Name = "mnist";
    private const int Classes = 10;

    private Mnist(Digits train, Digits test) => (Train, Test) = (train, test);

    /// <summary>60,000 digits.</summary>
    public Digits Train { get; }

    /// <summary>10,000 digits, by people who wrote none of <see cref="Train"/>.</summary>
    public Digits Test { get; }

    internal static Mnist Load(DataStore store) => Load(
        (file, dimensions) => IdxFile.Parse(store.Read(Name, $"{Name}/{file}.gz"), $"{Name}/{file}.gz", dimensions));

    internal static Mnist Load(string folder) => Load((file, dimensions) =>
    {
        var path = Path.Combine(folder, file);
        return File.Exists(path) || File.Exists(path + ".gz")
            ? IdxFile.Load(File.Exists(path) ? path : path + ".gz", dimensions)
            : throw new DatasetException($"{path} is missing, with and without .gz. A folder in MNIST's format holds four files: {string.Join(", ", Files)}.");
    });

    private static string[] Files => ["train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte"];

    private static Mnist Load(Func<string, int, IdxFile> read)
    {
        // Unpacking is the slow part, and the two halves do not depend on each other.
        // In a browser's tab there is one thread, and the second waits for its turn.
        var test = OperatingSystem.IsBrowser() ? null : Task.Run(Test);
        var train = Pair(read, Files[0], Files[1]);
        return new(train, test?.GetAwaiter().GetResult() ?? Test());

        Digits Test() => Pair(read, Files[2], Files[3]);
    }

    private static Digits Pair(Func<string, int, IdxFile> read, string imageFile, string labelFile)
    {
        var (images, labels) = (read(imageFile, 3), read(labelFile, 1).Values.ToArray());
        if (images.Sizes[0] != labels.Length)
        {
            throw new DatasetException(Invariant($"{imageFile} has {images.Sizes[0]:N0} images, but {labelFile} has {labels.Length:N0} labels; they do not belong together."));
        }

        var wrong = Array.FindIndex(labels, label => label >= Classes);
        return wrong < 0
            ? new(images.Values, labels, images.Sizes[1], images.Sizes[2])
            : throw new DatasetException(Invariant($"{labelFile}: label {wrong} is {labels[wrong]}, expected 0 to {Classes - 1}; the file is damaged."));
    }
}
