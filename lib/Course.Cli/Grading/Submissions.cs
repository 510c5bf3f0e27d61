using System.Globalization;
using Course.Kernel.Notebooks;

namespace Course.Cli.Grading;

/// <summary>The folder of what learners handed in, read whole before anybody's code runs.</summary>
/// <param name="Learners">By name.</param>
/// <param name="Ignored">What lies beside them and is neither a folder nor a notebook.</param>
internal sealed record Submissions(IReadOnlyList<Learner> Learners, IReadOnlyList<string> Ignored)
{
    private const long LargestFile = 100_000_000;
    private const string Extension = ".ipynb";

    // A link may lead to another's work or out of the folder.
    private static readonly EnumerationOptions Shallow = new() { AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Hidden };

    private static readonly EnumerationOptions Deep = new() { AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Hidden, RecurseSubdirectories = true, IgnoreInaccessible = true };

    /// <summary>Reads it.</summary>
    /// <param name="folder">One sub-folder or one file a learner.</param>
    /// <param name="output">A folder in it that is ours and nobody's.</param>
    /// <exception cref="UsageException">There is no such folder, or nobody in it.</exception>
    internal static Submissions Read(string folder, string output)
    {
        if (!Directory.Exists(folder))
        {
            throw new UsageException($"{folder} is no folder; name the one that has a sub-folder or a notebook for each learner");
        }

        var folders = Directory.EnumerateDirectories(folder, "*", Shallow).Where(path => Path.GetFullPath(path) != Path.GetFullPath(output)).Order(StringComparer.Ordinal).ToList();
        var files = Directory.EnumerateFiles(folder, "*", Shallow).Order(StringComparer.Ordinal).ToList();
        var taken = folders.Select(path => Path.GetFileName(path))
            .Concat(files.Where(IsNotebook).GroupBy(file => Path.GetFileNameWithoutExtension(file), StringComparer.OrdinalIgnoreCase).Where(same => same.Count() > 1).Select(same => same.Key))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        Learner[] learners = [.. folders.Select(OfFolder), .. files.Where(IsNotebook).Select(file => OfFile(file, taken))];
        return learners.Length > 0
            ? new([.. learners.OrderBy(learner => learner.Name, StringComparer.Ordinal)], [.. files.Where(file => !IsNotebook(file)).Select(file => Path.GetFileName(file))])
            : throw new UsageException($"{folder} holds nothing to grade: a sub-folder or a notebook ({Extension}) for each learner is wanted");
    }

    private static Learner OfFolder(string folder)
    {
        var files = Directory.EnumerateFiles(folder, "*", Deep).Where(IsNotebook).Where(file => !IsHidden(Path.GetRelativePath(folder, file))).Order(StringComparer.Ordinal);
        return new(Path.GetFileName(folder), folder, [.. files.Select(file => Open(file, Path.GetRelativePath(folder, file)))]);
    }

    private static Learner OfFile(string file, HashSet<string> taken)
    {
        var (name, stem) = (Path.GetFileName(file), Path.GetFileNameWithoutExtension(file));
        return new(taken.Contains(stem) ? name : stem, null, [Open(file, name)]);
    }

    private static bool IsNotebook(string file) => Path.GetExtension(file).Equals(Extension, StringComparison.OrdinalIgnoreCase);

    // Jupyter keeps old states in .ipynb_checkpoints; macOS packs its notes into __MACOSX.
    private static bool IsHidden(string relative) => relative.Split(Path.DirectorySeparatorChar).Any(part => part is ['.', ..] or "__MACOSX");

    private static SubmittedNotebook Open(string file, string shown)
    {
        try
        {
            var size = new FileInfo(file).Length;
            return size > LargestFile
                ? new(file, shown, null, string.Create(CultureInfo.InvariantCulture, $"{shown} has {size / 1e6:0} MB, which no notebook of the course needs"))
                : new(file, shown, NotebookDocument.Parse(file, File.ReadAllText(file)), null);
        }
        catch (Exception e) when (e is NotebookFormatException or IOException or UnauthorizedAccessException or InvalidOperationException or ArgumentException)
        {
            return new(file, shown, null, e.Message.Replace(file, shown, StringComparison.Ordinal));
        }
    }
}
