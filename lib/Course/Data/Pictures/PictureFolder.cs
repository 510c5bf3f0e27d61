namespace Course;

/// <summary>Pictures sorted into folders, one folder for each class: the names, before any file is opened.</summary>
public sealed class PictureFolder
{
    private static readonly string[] Extensions = [".png", ".jpg", ".jpeg"];

    private PictureFolder(string path, IReadOnlyList<string> classes, IReadOnlyList<PictureFile> files, IReadOnlyList<string> others) =>
        (Path, Classes, Files, Others) = (path, classes, files, others);

    /// <summary>Full path of the outer folder.</summary>
    public string Path { get; }

    /// <summary>The names of the class folders, in the order of their letters (capitals first); the place of a name is its label.</summary>
    public IReadOnlyList<string> Classes { get; }

    /// <summary>The PNG and JPEG files, class by class, in the order of their names.</summary>
    public IReadOnlyList<PictureFile> Files { get; }

    /// <summary>Names of files that are neither, such as "cats/notes.txt".</summary>
    public IReadOnlyList<string> Others { get; }

    /// <summary>Lists a folder whose folders hold a class each: cats/, dogs/. Folders inside a class belong to it; hidden files are left out.</summary>
    /// <param name="path">From the notebook's folder, or a full one.</param>
    /// <exception cref="DatasetException">No such folder, no class folders, or one without pictures; says what to do.</exception>
    public static PictureFolder Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var root = System.IO.Path.GetFullPath(path);
        string[] classes = Directory.Exists(root)
            ? [.. Directory.GetDirectories(root).Select(folder => System.IO.Path.GetFileName(folder)).Where(IsShown).Order(StringComparer.Ordinal)]
            : throw new DatasetException($"{path} is no folder.");
        if (classes.Length == 0)
        {
            throw new DatasetException($"{path} has no folders in it. Make one for each class, such as cats and dogs, and put the pictures there.");
        }

        var names = classes.Select(name => NamesIn(root, name)).ToArray();
        var files = names.SelectMany((inClass, label) => inClass.Where(IsPicture).Select(name => new PictureFile(System.IO.Path.Combine(root, name), name, classes[label], label))).ToArray();
        var empty = classes.Where((_, label) => !Array.Exists(files, file => file.Label == label)).ToArray();
        return empty.Length == 0
            ? new PictureFolder(root, classes, files, [.. names.SelectMany(inClass => inClass).Where(name => !IsPicture(name))])
            : throw new DatasetException($"{System.IO.Path.Combine(path, empty[0])} has no PNG or JPEG file in it. Put some there, or remove the folder: each folder is a class.");
    }

    /// <summary>Opens every file. One that cannot be read is named in <see cref="PictureSet.Skipped"/>, and the others go on.</summary>
    /// <param name="prepare">Makes the numbers for the network; all of one length.</param>
    /// <exception cref="DatasetException">Not a single file can be read; says why of the first.</exception>
    public PictureSet Read(Func<Picture, float[]> prepare)
    {
        ArgumentNullException.ThrowIfNull(prepare);
        List<(PictureFile File, float[] Values)> read = [];
        List<SkippedFile> skipped = [];
        using var bar = ProgressBar.Start("read pictures", Files.Count, null);
        foreach (var file in Files)
        {
            if (TryLoad(file, skipped) is { } picture)
            {
                read.Add((file, prepare(picture)));
            }

            bar.Step();
        }

        return read.Count > 0
            ? new PictureSet(Classes, [.. read.Select(one => one.File)], [.. read.Select(one => one.Values)], skipped)
            : throw new DatasetException($"None of the {Numbers.Text((long)Files.Count)} pictures in {Path} can be read. {skipped[0].Name} {skipped[0].Why}");
    }

    /// <summary>Says how many pictures and classes.</summary>
    public override string ToString() => $"{Numbers.Text((long)Files.Count)} pictures in {Numbers.Text((long)Classes.Count)} classes";

    private static Picture? TryLoad(PictureFile file, List<SkippedFile> skipped)
    {
        try
        {
            return Picture.Load(file.Path);
        }
        catch (DatasetException e)
        {
            skipped.Add(new(file.Name, e.Message[(file.Path.Length + 1)..]));
            return null;
        }
    }

    private static string[] NamesIn(string root, string inClass) =>
        [.. Directory.EnumerateFiles(System.IO.Path.Combine(root, inClass), "*", SearchOption.AllDirectories)
            .Select(file => System.IO.Path.GetRelativePath(root, file).Replace(System.IO.Path.DirectorySeparatorChar, '/'))
            .Where(name => name.Split('/').All(IsShown))
            .Order(StringComparer.Ordinal)];

    private static bool IsPicture(string name) => Extensions.Contains(System.IO.Path.GetExtension(name), StringComparer.OrdinalIgnoreCase);

    private static bool IsShown(string name) => !name.StartsWith('.');
}
