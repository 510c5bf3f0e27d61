namespace Course.Cli;

/// <summary>Turns what a learner types into notebook files.</summary>
internal static class NotebookPaths
{
    private const string Pattern = "*.ipynb";

    /// <summary>Finds the notebooks.</summary>
    /// <param name="arguments">Files, folders, or a notebook's number or name; none: all of the course.</param>
    /// <param name="folders">Where the course's notebooks are.</param>
    /// <returns>Full paths with different file names, in the order asked for; folders in name order.</returns>
    /// <exception cref="UsageException">Nothing is there by that name, or two files share one.</exception>
    internal static IReadOnlyList<string> Resolve(IReadOnlyList<string> arguments, CourseFolders folders)
    {
        var files = (arguments.Count == 0 ? In(folders.Notebooks) : arguments.SelectMany(argument => Resolve(argument, folders)))
            .Select(Path.GetFullPath)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        if (files.Count == 0)
        {
            throw new UsageException($"{folders.Notebooks} has no notebooks; run this in the course's folder, or name a notebook or a folder");
        }

        RequireDifferentNames(files);
        return files;
    }

    private static List<string> Resolve(string argument, CourseFolders folders)
    {
        if (Directory.Exists(argument))
        {
            var files = In(argument);
            return files.Count > 0 ? files : throw new UsageException($"{argument} has no notebooks ({Pattern})");
        }

        if (File.Exists(argument))
        {
            return [argument];
        }

        var known = In(folders.Notebooks).Select(file => Path.GetFileNameWithoutExtension(file)!).ToList();
        var name = known.FirstOrDefault(known => known == argument)
            ?? known.FirstOrDefault(known => known.StartsWith(argument + "-", StringComparison.Ordinal));
        return name is not null
            ? [Path.Combine(folders.Notebooks, name + ".ipynb")]
            : throw new UsageException($"there is no notebook {argument}{Suggestion.For(Path.GetFileNameWithoutExtension(argument), known)}");
    }

    private static List<string> In(string folder) => Directory.Exists(folder)
        ? [.. Directory.EnumerateFiles(folder, Pattern).Order(StringComparer.Ordinal)]
        : [];

    private static void RequireDifferentNames(List<string> files)
    {
        var clash = files.GroupBy(Path.GetFileName, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1);
        if (clash is not null)
        {
            throw new UsageException($"two notebooks are called {clash.Key} ({string.Join(", ", clash)}), and their executed copies would be one file; run them one after the other with different --out folders");
        }
    }
}
