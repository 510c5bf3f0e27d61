using System.Globalization;
using Course.Kernel.Export;

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
            return Path.GetExtension(argument) == ".ipynb" ? [argument]
                : throw new UsageException($"{argument} is no notebook: a file that ends in .ipynb is wanted, or a folder, or a number such as 01");
        }

        return In(folders.Notebooks).FirstOrDefault(file => IsMeant(argument, Path.GetFileNameWithoutExtension(file))) is { } found
            ? [found]
            : throw new UsageException(Absent(argument, In(folders.Notebooks)));
    }

    private static bool IsMeant(string argument, string name) => name == argument || name.StartsWith(argument + "-", StringComparison.Ordinal);

    /// <summary>Why there is no such notebook: planned, a digit too few, mistyped, or beyond the course.</summary>
    private static string Absent(string argument, List<string> files)
    {
        var known = files.Select(file => Path.GetFileNameWithoutExtension(file)).ToList();
        var there = $"there are {string.Join(", ", known.Select(name => name.Split('-')[0]))}";
        if (!int.TryParse(argument, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return $"there is no notebook {argument}{Suggestion.For(Path.GetFileNameWithoutExtension(argument), known)}";
        }

        var id = number.ToString("00", CultureInfo.InvariantCulture);
        return known.FirstOrDefault(name => IsMeant(id, name)) is { } near ? $"there is no notebook {argument}; did you mean {id} ({near})?"
            : CourseMap.Load().Find(id) is { } planned ? $"notebook {id} ({planned.Title}) is planned and not there yet; {there}"
            : $"there is no notebook {argument}; {there}";
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
