using System.Xml;
using System.Xml.Linq;

namespace Course.Kernel.Packages;

/// <summary>Reads the folders among the package sources of the NuGet.config files that hold for a folder.</summary>
internal static class NuGetConfig
{
    private static readonly string[] FileNames = ["NuGet.config", "nuget.config", "NuGet.Config"];

    /// <summary>Nearest file first; a <c>clear</c> element hides the files farther up. Folders that do not exist are left out.</summary>
    public static IEnumerable<string> FolderSources(string start)
    {
        foreach (var file in FilesUpward(start))
        {
            var (folders, clears) = Read(file);
            foreach (var folder in folders.Where(Directory.Exists))
            {
                yield return folder;
            }

            if (clears)
            {
                yield break;
            }
        }
    }

    /// <summary>Where the search for package sources starts: above the course's own file, which names its feed and nothing else: our kernel has its library without that, and a feed that is not filled yet would fail the search.</summary>
    /// <param name="start">The notebook's folder.</param>
    public static string SourcesFrom(string start)
    {
        var nearest = FilesUpward(start).FirstOrDefault();
        return nearest is not null && IsCoursesOwn(nearest) ? Path.GetDirectoryName(Path.GetDirectoryName(nearest))! : start;
    }

    private static bool IsCoursesOwn(string file) =>
        XDocument.Load(file).Root?.Element("packageSources")?.Elements("add").Select(add => (string?)add.Attribute("key")).ToArray() is ["course"];

    private static IEnumerable<string> FilesUpward(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (FileNames.Select(name => Path.Combine(folder.FullName, name)).FirstOrDefault(File.Exists) is { } file)
            {
                yield return file;
            }
        }
    }

    private static (List<string> Folders, bool Clears) Read(string file)
    {
        try
        {
            var sources = XDocument.Load(file).Root?.Element("packageSources");
            var folders = (sources?.Elements("add") ?? [])
                .Select(add => (string?)add.Attribute("value") ?? "")
                .Where(value => value.Length > 0 && !value.Contains("://", StringComparison.Ordinal))
                .Select(value => Path.GetFullPath(value.Replace('\\', '/'), Path.GetDirectoryName(file)!))
                .ToList();
            return (folders, sources?.Element("clear") is not null);
        }
        catch (XmlException malformed)
        {
            throw new PackageException($"{file} is no valid XML: {malformed.Message}", malformed);
        }
    }
}
