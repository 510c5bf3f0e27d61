namespace Course.Cli.Grading;

/// <summary>What goes along into a run: a learner's pictures, tables and helper files.</summary>
internal static class LearnerFiles
{
    private const long MostBytes = 50_000_000;
    private const int MostFiles = 500;

    // What the runner or dotnet would take for the course or for a build's settings, and programs.
    private static readonly HashSet<string> LeftOut = new(StringComparer.OrdinalIgnoreCase) { ".sln", ".csproj", ".props", ".targets", ".config", ".rsp", ".dll", ".exe", ".so", ".dylib", ".ipynb" };

    private static readonly EnumerationOptions NoLinks = new() { AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Hidden, RecurseSubdirectories = true, IgnoreInaccessible = true };

    /// <summary>Copies the files beside a notebook and below, without other notebooks.</summary>
    /// <returns>False if they are too many, and only some were copied.</returns>
    internal static bool Copy(string folder, string work)
    {
        var (bytes, count) = (MostBytes, 0);
        foreach (var file in new DirectoryInfo(folder).EnumerateFiles("*", NoLinks).Where(file => !LeftOut.Contains(file.Extension)).OrderBy(file => file.FullName, StringComparer.Ordinal))
        {
            bytes -= file.Length;
            if (bytes < 0 || ++count > MostFiles)
            {
                return false;
            }

            var target = Path.Combine(work, Path.GetRelativePath(folder, file.FullName));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            file.CopyTo(target, overwrite: true);
        }

        return true;
    }
}
