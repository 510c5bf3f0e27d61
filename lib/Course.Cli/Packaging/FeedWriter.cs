using Course.Kernel;

namespace Course.Cli.Packaging;

/// <summary>The folder from which other hosts (VS Code, Verso) restore the library, with no network.</summary>
/// <param name="folder">notebooks/feed of the checkout.</param>
internal sealed class FeedWriter(string folder)
{
    /// <summary>The package that notebooks name.</summary>
    internal string PackageFile { get; } = Path.Combine(folder, $"{CoursePackage.Id}.{CoursePackage.Version}.nupkg");

    /// <summary>True if the package is there and not older than the library.</summary>
    internal bool IsCurrent => File.Exists(PackageFile) && File.GetLastWriteTimeUtc(PackageFile) >= NewestAssembly();

    /// <summary>Writes the package from the built library and forgets copies of it that restores have kept.</summary>
    /// <returns>Folders of stale copies that were removed.</returns>
    /// <exception cref="UsageException">The library is not built.</exception>
    internal IReadOnlyList<string> Fill()
    {
        var files = Assemblies();
        if (!files.Contains(CoursePackage.Assembly))
        {
            throw new UsageException($"{CoursePackage.Folder} has no Course.dll to pack; build the course first: dotnet build -c Release");
        }

        AtomicFile.DeleteLeftovers(folder);
        NuGetPackage.Write(PackageFile, CoursePackage.Id, CoursePackage.Version, files);
        return RemoveStaleCopies(CoursePackage.Id);
    }

    /// <summary>Adds the library as it is built on another backend, which comes as a package of its own.</summary>
    /// <param name="id">The library's package id on that backend.</param>
    /// <param name="built">Folder with Course.dll.</param>
    /// <param name="dependency">What brings torch.</param>
    internal void Add(string id, string built, (string Id, string Version) dependency)
    {
        // Pictures travel with the library; torch comes by the dependency.
        string[] files = [Path.Combine(built, "Course.dll"), Path.Combine(built, "Course.xml"), .. Directory.GetFiles(built, "StbImage*.dll")];
        NuGetPackage.Write(Path.Combine(folder, $"{id}.{CoursePackage.Version}.nupkg"), id, CoursePackage.Version, files, dependency);
        RemoveStaleCopies(id);
    }

    private static List<string> Assemblies() => Directory.Exists(CoursePackage.Folder)
        ? [.. Directory.EnumerateFiles(CoursePackage.Folder).Where(file => Path.GetExtension(file) is ".dll" or ".xml")]
        : [];

    private static DateTime NewestAssembly() => Assemblies().Select(File.GetLastWriteTimeUtc).DefaultIfEmpty(DateTime.MinValue).Max();

    // The version stays 1.0.0 while the library is worked on, and a restored version is never read again.
    private static List<string> RemoveStaleCopies(string id)
    {
        var removed = new List<string>();
        foreach (var copy in CachedCopies(id).Where(Directory.Exists))
        {
            Directory.Delete(copy, recursive: true);
            removed.Add(copy);
        }

        return removed;
    }

    private static IEnumerable<string> CachedCopies(string id)
    {
        var global = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        yield return Path.Combine(global, id.ToLowerInvariant(), CoursePackage.Version);
        var verso = Path.Combine(Path.GetTempPath(), "verso-nuget-packages");
        foreach (var framework in Directory.Exists(verso) ? Directory.EnumerateDirectories(verso) : [])
        {
            yield return Path.Combine(framework, id, CoursePackage.Version);
        }
    }
}
