namespace Course;

/// <summary>Classes and counts of a folder of pictures.</summary>
internal sealed class Exercise10_1 : Exercise<Func<string, (string[] Classes, int[] Counts)>>
{
    private static readonly string[] Endings = [".png", ".jpg", ".jpeg"];

    private static readonly string[][] Folders =
    [
        ["cat/1.png", "cat/2.jpg", "dog/3.jpeg"],
        ["two/a.png", "Zebra/b.PNG", "Zebra/c d.Jpg", "eight/e.jpeg", "eight/notes.txt", "eight/f.png", "nine/g.JPEG", "nine/h.gif", "nine/png", "one/i.png.txt", "one/j.jpg"],
        ["z 1/a.JPG", "y/b.png", "x/c.png", "w/d.png", "v/e.png", "b/f.jpg", "a/g.jpg", "a/h.JPG", "a/i.jpg", "C/j.png"],
    ];

    public override string Title => "classes and counts";

    public override IReadOnlyList<string> Hints =>
    [
        "`Directory.GetDirectories(folder)` gives the full paths of the class folders, in whatever order the disk has them; `Path.GetFileName` takes the last part of a path. Then `Directory.GetFiles` for each.",
        "`.Order(StringComparer.Ordinal)` sorts by the letters' numbers, which is the same everywhere. A camera writes .JPG as readily as .jpg: compare `Path.GetExtension(file).ToLowerInvariant()`.",
        "`var classes = Directory.GetDirectories(folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal).ToArray();` and for each `Directory.GetFiles(Path.Combine(folder, name)).Count(file => endings.Contains(…))`.",
    ];

    protected override void Examine(Func<string, (string[] Classes, int[] Counts)> index, Exam exam)
    {
        foreach (var names in Folders)
        {
            using var folder = new ExerciseFolder();
            foreach (var name in names)
            {
                folder.Write(name, ExerciseFolder.Dot);
            }

            Ask(exam, index, folder.Path, names);
        }
    }

    private static void Ask(Exam exam, Func<string, (string[] Classes, int[] Counts)> index, string folder, string[] names)
    {
        string[] classes = [.. Directory.GetDirectories(folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];
        var came = new Lazy<(string[] Classes, int[] Counts)>(() => index(folder));
        var name = $"a folder of {classes.Length} classes";
        exam.Equal($"{name}: classes", () => Text(came.Value.Classes), Text(classes), [
            new(Text(Directory.GetDirectories(folder)), "Those are full paths; a class is the last part of one: `Path.GetFileName(path)`."),
            new(Text(classes.Select(one => Path.Combine(folder, one))), "Those are full paths; a class is the last part of one: `Path.GetFileName(path)`."),
            new(Text(Directory.GetDirectories(folder).Select(path => Path.GetFileName(path))), "That is the order in which this disk has them; another has another. Sort: `.Order(StringComparer.Ordinal)`."),
            new(Text(classes.Order(StringComparer.InvariantCultureIgnoreCase)), "Sorted as a dictionary does, capitals among the others. By the letters' numbers capitals come first: `StringComparer.Ordinal`."),
            new(Text(classes.Order(StringComparer.InvariantCulture)), "Sorted as a dictionary does, capitals among the others. By the letters' numbers capitals come first: `StringComparer.Ordinal`."),
            new(Text(Enumerable.Reverse(classes)), "In reverse order."),
        ]);
        exam.Equal($"{name}: counts", () => came.Value.Counts, Count(classes, names, IsPicture), [
            new(Count(classes, names, _ => true), "All files are counted, also those that are no pictures."),
            new(Count(classes, names, file => Endings.Contains(Path.GetExtension(file), StringComparer.Ordinal)), "Endings in capitals are missing: .JPG is a picture as well."),
            new(Count(classes, names, file => Is(file, ".png")), "The JPEG files are missing: .jpg and .jpeg."),
            new(Count(classes, names, file => Is(file, ".png", ".jpg")), "Files that end in .jpeg are missing."),
            new(Count(classes, names, file => Is(file, ".jpg", ".jpeg")), "The PNG files are missing."),
        ]);
    }

    private static int[] Count(string[] classes, string[] names, Func<string, bool> counts) =>
        [.. classes.Select(inClass => names.Count(name => name.StartsWith(inClass + "/", StringComparison.Ordinal) && counts(name)))];

    private static bool IsPicture(string name) => Is(name, Endings);

    private static bool Is(string name, params string[] endings) => endings.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase);

    private static string Text(IEnumerable<string>? names) => names is null ? "null" : string.Join(", ", names);
}
