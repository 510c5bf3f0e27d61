namespace Course.Kernel.Session.Packages;

/// <summary>What a package, or a file, brings into a session.</summary>
/// <param name="References">Full paths of the assemblies to compile against.</param>
/// <param name="Assemblies">Those to load.</param>
/// <param name="NativeLibraries">Full paths, for this platform.</param>
internal sealed record PackageFiles(
    IReadOnlyList<string> References, IReadOnlyList<LibraryFile> Assemblies, IReadOnlyList<string> NativeLibraries)
{
    /// <summary>Assemblies that a build may replace while the session lives.</summary>
    public static PackageFiles OfBuild(IEnumerable<string> paths)
    {
        var assemblies = paths.Order(StringComparer.Ordinal).ToList();
        return new PackageFiles(assemblies, [.. assemblies.Select(path => new LibraryFile(path, MayBeRebuilt: true))], []);
    }

    /// <summary>Assemblies and native libraries that never change.</summary>
    public static PackageFiles OfPackage(IReadOnlyList<string> references, IEnumerable<string> assemblies, IReadOnlyList<string> native) =>
        new(references, [.. assemblies.Select(path => new LibraryFile(path, MayBeRebuilt: false))], native);
}
